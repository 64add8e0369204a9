package org.passerelle.cli;

import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.ReadFile;
import org.passerelle.cli.terminal.Terminal;
import org.passerelle.evidence.Signatory;
import picocli.CommandLine.Option;

/** Options for the signing key: a file or a token, and its password. */
final class SignatoryOptions {
  @Option(
      names = "--key",
      paramLabel = "KEY.p12",
      description = "PKCS #12 file with the signing key and its certificate.")
  @Nullable Path key;

  @Option(
      names = "--token",
      paramLabel = "CONFIG",
      description = "Alternatively a PKCS #11 token: a file with the lines name=… and library=….")
  @Nullable Path token;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "File whose first line is the password of the key or the PIN of the token; by default it is"
              + " asked for at the console.")
  @Nullable Path passwordFile;

  Signatory signatory() {
    Path from = key != null ? key : token;
    if (from == null || (key != null && token != null)) {
      throw new BadInput(
          "The signing key is missing. Maybe specify a key with --key or a token with --token.");
    }
    ReadFile.exists(from);
    char[] password = password(from);
    try {
      return key != null ? Signatory.pkcs12(from, password) : Signatory.pkcs11(from, password);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private char[] password(Path from) {
    if (passwordFile != null) {
      return NodeKeyOptions.fromFile(passwordFile);
    }
    return Terminal.here()
        .map(console -> console.readPassword("Password of %s: ", from))
        .orElseThrow(
            () ->
                new BadInput(
                    "The password of %s has to be asked for at a console, and there is none. Maybe specify a file with --password-file."
                        .formatted(from)));
  }
}
