# What the scripts share: the packages of Debian that are needed, the release build, and the
# program on the path.

install_missing() {
    local missing=() package
    for package in git g++ "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
            missing+=("$package")
    done
    [ "${#missing[@]}" -eq 0 ] && return 0
    local as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    "${as_root[@]}" apt-get update
    "${as_root[@]}" apt-get install -y "${missing[@]}"
}

# The release build carries the Swift library inside, so that the program starts fast and runs on
# a machine without Swift.
build_release() {
    local product
    for product in "${@:-carequote}"; do
        swift build -c release --static-swift-stdlib --product "$product"
    done
    PATH="$(swift build -c release --static-swift-stdlib --show-bin-path):$PATH"
    export PATH
}
