package org.passerelle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.BadInput;
import picocli.CommandLine.Option;

/**
 * Options for single sign-on with the organisation's identity provider (OpenID Connect); off by
 * default.
 */
final class SsoOptions {
  @Option(
      names = "--sso-issuer",
      paramLabel = "URL",
      description = "Identity provider for single sign-on (OpenID Connect); default none.")
  @Nullable String issuer;

  @Option(
      names = "--sso-client",
      paramLabel = "NAME",
      description = "Identifier of this installation at the provider.")
  @Nullable String client;

  @Option(
      names = "--sso-secret-file",
      paramLabel = "FILE",
      description = "File with the secret shared with the provider.")
  @Nullable Path secretFile;

  @Option(
      names = "--sso-claim",
      paramLabel = "CLAIM",
      description = "Claim that contains the user's login here; default email.")
  @Nullable String claim;

  @Option(
      names = "--sso-factor",
      paramLabel = "VALUE",
      split = ",",
      description =
          "Values of amr or acr for which the provider's second factor is trusted; default none.")
  @Nullable List<String> factors;

  @Option(
      names = "--sso-name",
      paramLabel = "NAME",
      description = "Name of the provider on the sign-in page.")
  @Nullable String name;

  /**
   * The options as application properties.
   *
   * @throws BadInput if they are inconsistent
   */
  Map<String, String> properties(boolean demo, @Nullable String address) {
    Map<String, String> properties = new LinkedHashMap<>();
    if (issuer == null) {
      if (client != null
          || secretFile != null
          || claim != null
          || factors != null
          || name != null) {
        throw new BadInput("The options of single sign-on require --sso-issuer https://….");
      }
      return properties;
    }
    if (demo) {
      throw new BadInput("A demonstration has no single sign-on: omit --sso-issuer or --demo.");
    }
    if (!issuer.matches(
        "https://[^/\\s]+(/\\S*)?|http://(127\\.0\\.0\\.1|localhost)(:\\d+)?(/\\S*)?")) {
      throw new BadInput("--sso-issuer takes an address with https://, not %s.".formatted(issuer));
    }
    if (client == null || address == null) {
      throw new BadInput(
          "--sso-issuer needs --sso-client NAME, and --address URL to which the provider redirects users.");
    }
    properties.put("passerelle.sso.issuer", issuer);
    properties.put("passerelle.sso.client-id", client);
    if (secretFile != null) {
      properties.put("passerelle.sso.client-secret", secret(secretFile));
    }
    if (claim != null) {
      properties.put("passerelle.sso.claim", claim);
    }
    if (factors != null) {
      properties.put("passerelle.sso.second-factor", String.join(",", factors));
    }
    if (name != null) {
      properties.put("passerelle.sso.name", name);
    }
    return properties;
  }

  private static String secret(Path file) {
    try {
      String secret = Files.readString(file).strip();
      if (secret.isEmpty()) {
        throw new BadInput("The file %s contains no secret.".formatted(file));
      }
      return secret;
    } catch (IOException e) {
      throw new BadInput("The file %s cannot be read: %s.".formatted(file, BadInput.sentence(e)));
    }
  }
}
