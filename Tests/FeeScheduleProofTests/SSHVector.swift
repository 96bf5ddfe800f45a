/// Keys and signatures that `ssh-keygen` (OpenSSH 9.2) made once for these tests.
///
/// The private halves were thrown away.
enum SSHVector {
    /// What was signed.
    static let message = Array("Fees of Harbor Spine, version 7\n".utf8)
    static let namespace = "carequote-fees-v1"

    static let officeLine =
        """
        ssh-ed25519 \
        AAAAC3NzaC1lZDI1NTE5AAAAIKP5gORVEBhw4R8sHt16Adb/xZIfln2PnPsMNVeh0+go office@harbor.example
        """
    static let officeFingerprint = "SHA256:DMniuf/NP8ldR0jpem7b2kmpuXANnJk+4oLJEqU9NEE"

    static let directorLine =
        """
        ssh-ed25519 \
        AAAAC3NzaC1lZDI1NTE5AAAAII3KMPGF0k0QOczbrKc8q9Mz8svlS3AZsYHLGesdvw5v director@harbor.example
        """
    static let directorFingerprint = "SHA256:4B8tT3HiK2vdBBFgRqXsDSRNbnvC0VNt3maWHRIjjTY"

    /// By the office, as it must be.
    static let officeSignature =
        """
        -----BEGIN SSH SIGNATURE-----
        U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgo/mA5FUQGHDhHywe3XoB1v/Fkh
        +WfY+c+ww1V6HT6CgAAAARY2FyZXF1b3RlLWZlZXMtdjEAAAAAAAAABnNoYTUxMgAAAFMA
        AAALc3NoLWVkMjU1MTkAAABA4/rSupGqH5Uo+n/QOLQJP7+wIdsmJWUmO+gjKjLKeuWIuy
        V3b1pP2iZCEOA/slJ9aX7wU37ozSeECC/TUizWCA==
        -----END SSH SIGNATURE-----

        """

    /// By the director, as it must be.
    static let directorSignature =
        """
        -----BEGIN SSH SIGNATURE-----
        U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgjcow8YXSTRA5zNuspzyr0zPyy+
        VLcBmxgcsZ6x2/Dm8AAAARY2FyZXF1b3RlLWZlZXMtdjEAAAAAAAAABnNoYTUxMgAAAFMA
        AAALc3NoLWVkMjU1MTkAAABA/BweGDhZ1S/VJGrtBniJ4hlAac10O+bhIj+Xu8D6kM32ew
        8SWYAXYuIkB24K3uGX939VDhwd0mNedyZ7Clb8Dg==
        -----END SSH SIGNATURE-----

        """

    /// By the office, for files.
    static let otherNamespace =
        """
        -----BEGIN SSH SIGNATURE-----
        U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgo/mA5FUQGHDhHywe3XoB1v/Fkh
        +WfY+c+ww1V6HT6CgAAAAEZmlsZQAAAAAAAAAGc2hhNTEyAAAAUwAAAAtzc2gtZWQyNTUx
        OQAAAEDqugXVw3uA5frqOqbwavSGz0vEyjVTMYJUJid1sywTqY6bCHNIBIYTKROJBv4jlh
        7KcIntqoSlydXK7VvsAKMC
        -----END SSH SIGNATURE-----

        """

    /// By the office, with `-O hashalg=sha256`.
    static let sha256Hash =
        """
        -----BEGIN SSH SIGNATURE-----
        U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgo/mA5FUQGHDhHywe3XoB1v/Fkh
        +WfY+c+ww1V6HT6CgAAAARY2FyZXF1b3RlLWZlZXMtdjEAAAAAAAAABnNoYTI1NgAAAFMA
        AAALc3NoLWVkMjU1MTkAAABACPuofciRrFjFYa/LQzdXZbGKW/uK9/O8dhKYKJ8EGrOZyq
        2cnxBHzkVR89UqFJWb2NYaAkXSe462wSwm4aS2BQ==
        -----END SSH SIGNATURE-----

        """

    /// By an ECDSA key.
    static let ecdsa =
        """
        -----BEGIN SSH SIGNATURE-----
        U1NIU0lHAAAAAQAAAGgAAAATZWNkc2Etc2hhMi1uaXN0cDI1NgAAAAhuaXN0cDI1NgAAAE
        EEZmb9ldwf1i1XApQaFFE7MSDGrUwtcA8wfghgpvp3DlcES3G+BIWSOT4fsJc5FvCb2CHX
        tPW0Lza1uVV9hltaSAAAABFjYXJlcXVvdGUtZmVlcy12MQAAAAAAAAAGc2hhNTEyAAAAZA
        AAABNlY2RzYS1zaGEyLW5pc3RwMjU2AAAASQAAACB+y/r8lhN4+b/q5Ao3OrYfeRixEehV
        n01Og3qqm3/TiQAAACEA17veuRDA0RnCMgAYf5uX6cS/QoEBs74ZBuk2fBSjAsQ=
        -----END SSH SIGNATURE-----

        """

    /// By an RSA key.
    static let rsa =
        """
        -----BEGIN SSH SIGNATURE-----
        U1NIU0lHAAAAAQAAARcAAAAHc3NoLXJzYQAAAAMBAAEAAAEBAJ/kuPoJs5NYsaWtG2vHz4
        DiD5p10lNtCjLIYwMRvHqi2hcO9gZprYCd3Tv5DuHXQjRvZrBX7BpCWwcQapYd1Enq6mxQ
        zb+L06dCzkcjbWzVPhL3B0uhl9babL4+Wi2phtcbFfaNy4kdAsMVv05d2nFHQuqKJbJctc
        tY+BZE7xNqWQCrCIMit5JtVTCW4/I+hO9n1d60M7Mw9v9Q5IBv8cKiyAZXoHPe+sN9gza6
        Mn7fzCZ/LHThH6hRO1qgMQZp0gCVIBmLpZ5rlcXg8lT1PGM4H7WTN/Z1h6mNr6OgoEO1jH
        C7MAw4zBS9iSWh+gvFdCLJmdEtK1ssr1WgfXrt7WsAAAARY2FyZXF1b3RlLWZlZXMtdjEA
        AAAAAAAABnNoYTUxMgAAARQAAAAMcnNhLXNoYTItNTEyAAABAJyei7Z6sq9X7Z21NjSgVD
        TTNHrYXgy6l2D4MMhLCCW3tkWUQj5pvXfIVzioI+4szo8UWAgqYYF7FWoOa5wKjXQ00gFl
        8e7qRjJdw2vwpq7JIJrcQTXuMbJAogmvNIhceCVefoZ++72ieUtTIr1ZqUzRIlc41wwBVv
        /4CX05ydo7Pqgm1YTRQbYvKKUY/Jxh4fqYZKxYnKcVJLbl0jqSicM7BqVK6/7VHbt1z4zb
        OtI3h9S+2AqRhoyNH8tZvO3v83UuFngacZiax3hXqPYSz+UwI0blqkOqrmwbXSROetvrbc
        WdSGpDRvq5n1q8zcmqff5BvkhLboG1aiMPMNc9mqQ=
        -----END SSH SIGNATURE-----

        """
}
