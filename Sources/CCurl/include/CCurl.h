// Swift cannot call variadic C functions, and a wrong type in such a call is undefined. Here each
// type of argument has its own function. Nothing is decided here.
#ifndef CCURL_H
#define CCURL_H

#include <curl/curl.h>

/// Sets a number, such as CURLOPT_SSL_VERIFYHOST.
static inline CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

/// Sets a large number, such as CURLOPT_MAXFILESIZE_LARGE.
static inline CURLcode ccurl_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}

/// Sets a text option, such as CURLOPT_URL. libcurl copies the text; NULL unsets it.
static inline CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *text) {
    return curl_easy_setopt(handle, option, text);
}

/// Sets a list, such as CURLOPT_HTTPHEADER. libcurl does not copy it.
static inline CURLcode ccurl_set_list(
    CURL *handle, CURLoption option, struct curl_slist *list) {
    return curl_easy_setopt(handle, option, list);
}

/// Sets a pointer, such as CURLOPT_WRITEDATA. libcurl does not copy what it points to.
static inline CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, void *pointer) {
    return curl_easy_setopt(handle, option, pointer);
}

/// Sets what receives bytes: CURLOPT_WRITEFUNCTION or CURLOPT_HEADERFUNCTION.
static inline CURLcode ccurl_set_receiver(
    CURL *handle, CURLoption option, curl_write_callback receiver) {
    return curl_easy_setopt(handle, option, receiver);
}

/// Sets what is told of progress: CURLOPT_XFERINFOFUNCTION.
static inline CURLcode ccurl_set_progress(CURL *handle, curl_xferinfo_callback progress) {
    return curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, progress);
}

/// Asks for a number, such as CURLINFO_RESPONSE_CODE.
static inline CURLcode ccurl_get_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}

/// Asks for a large number, such as CURLINFO_CONNECT_TIME_T.
static inline CURLcode ccurl_get_offset(CURL *handle, CURLINFO info, curl_off_t *value) {
    return curl_easy_getinfo(handle, info, value);
}

/// Asks for a text, such as CURLINFO_EFFECTIVE_URL. It lives as long as the handle.
static inline CURLcode ccurl_get_text(CURL *handle, CURLINFO info, char **text) {
    return curl_easy_getinfo(handle, info, text);
}

/// Sets a number for several transfers, such as CURLMOPT_MAX_TOTAL_CONNECTIONS.
static inline CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}

/// CURLAUTH_NONE, a cast that Swift does not import.
static const long ccurl_no_authentication = (long)CURLAUTH_NONE;

#endif
