package org.passerelle.cli;

import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.passerelle.evidence.Signatory;
import picocli.CommandLine.Option;

/** Whose key signs: a file or a token, and where its password is. */
final class SignatoryOptions {
  @Option(
      names = "--key",
      paramLabel = "KEY.p12",
      description = "PKCS #12 file with the key that signs and its certificate.")
  @Nullable Path key;

  @Option(
      names = "--token",
      paramLabel = "CONFIG",
      description = "Instead of it a PKCS #11 token: a file that says name=… and library=….")
  @Nullable Path token;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "File whose first line is the password of the key or the PIN of the token; else it is"
              + " asked for at the console.")
  @Nullable Path passwordFile;

  Signatory signatory() {
    Path from = key != null ? key : token;
    if (from == null || (key != null && token != null)) {
      throw new BadInput("Who signs? Maybe name a key with --key or a token with --token.");
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
                    "The password of %s is asked for at a console, and there is none. Maybe name a file with --password-file."
                        .formatted(from)));
  }
}
