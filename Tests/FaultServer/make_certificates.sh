#!/usr/bin/env bash
# Makes the certificates of the fault server, for the name fees.test, in a folder.
# Usage: make_certificates.sh FOLDER
set -euo pipefail
mkdir -p "$1"
cd "$1"
exec 2>openssl.log

cat >openssl.cnf <<'CNF'
[ca]
default_ca = own
[own]
dir = .
database = index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = any
unique_subject = no
copy_extensions = none
[any]
commonName = supplied
CNF
: >index.txt

key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1.key"; }

# authority FILE SUBJECT
authority() {
    key "$1"
    openssl req -x509 -config /dev/null -key "$1.key" -subj "$2" -days 30 -out "$1.pem" \
        -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign
}

# leaf FILE AUTHORITY HOST FROM TO PURPOSE
leaf() {
    key "$1"
    openssl req -new -config /dev/null -key "$1.key" -subj "/CN=$3" -out "$1.csr"
    printf 'subjectAltName=DNS:%s\nextendedKeyUsage=%s\nbasicConstraints=CA:FALSE\n' \
        "$3" "$6" >"$1.ext"
    openssl ca -batch -notext -config openssl.cnf -cert "$2.pem" -keyfile "$2.key" \
        -in "$1.csr" -extfile "$1.ext" -startdate "$4" -enddate "$5" -out "$1.pem"
}

at() { date -u -d "$1" +%Y%m%d%H%M%SZ; }
past=$(at '-2 days') yesterday=$(at '-1 day') tomorrow=$(at '+1 day') later=$(at '+9 days')

authority ca "/CN=Fault server authority"
authority other-ca "/CN=Another authority"
leaf good ca fees.test "$yesterday" "$later" serverAuth
leaf expired ca fees.test "$past" "$yesterday" serverAuth
leaf not-yet ca fees.test "$tomorrow" "$later" serverAuth
leaf wrong-host ca other.test "$yesterday" "$later" serverAuth
leaf client-only ca fees.test "$yesterday" "$later" clientAuth
leaf other other-ca fees.test "$yesterday" "$later" serverAuth
key self-signed
openssl req -x509 -config /dev/null -key self-signed.key -subj /CN=fees.test -days 9 \
    -addext subjectAltName=DNS:fees.test -out self-signed.pem

# The pin of the good key, as libcurl writes it.
pin() {
    printf 'sha256//%s' "$(openssl x509 -in "$1" -noout -pubkey |
        openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | openssl base64)"
}
pin good.pem >good.pin
pin other.pem >other.pin

# An authority of our own under the name of one of the system's: whoever consults the folder of the
# system's certificates opens that one's file, which can be watched.
for root in /etc/ssl/certs/*.0; do
    [ -e "$root" ] || break
    subject=$(openssl x509 -in "$root" -noout -subject -nameopt compat | sed 's/^subject=\s*//')
    [[ $subject == /* ]] || subject=/${subject//, //}
    authority namesake-ca "$subject" || continue
    [ "$(openssl x509 -in "$root" -noout -subject_hash)" = \
        "$(openssl x509 -in namesake-ca.pem -noout -subject_hash)" ] || continue
    leaf namesake namesake-ca fees.test "$yesterday" "$later" serverAuth
    printf '%s' "$root" >namesake.root
    break
done
