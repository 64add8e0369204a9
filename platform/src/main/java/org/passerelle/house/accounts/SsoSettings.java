package org.passerelle.house.accounts;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Single sign-on by OpenID Connect; off unless an issuer is named.
 *
 * @param issuer of the identity provider, with https; http only for this machine
 * @param clientId as the provider knows the house
 * @param clientSecret shared with the provider, or null for a public client
 * @param claim whose value is the login of the user here; {@code email} counts only if the provider
 *     says that it is verified
 * @param secondFactor values of {@code amr} or {@code acr} with which the provider's second factor
 *     counts; none unless told, so that the house asks for its own
 * @param name of the provider on the sign-in page, or empty
 */
@ConfigurationProperties("passerelle.sso")
record SsoSettings(
    @Nullable String issuer,
    @DefaultValue("") String clientId,
    @Nullable String clientSecret,
    @DefaultValue("email") String claim,
    @DefaultValue({}) List<String> secondFactor,
    @DefaultValue("") String name) {

  SsoSettings {
    secondFactor = List.copyOf(secondFactor);
    if (issuer != null && !isSafe(issuer)) {
      throw new IllegalArgumentException(
          """
          The issuer of single sign-on must begin with https://, not %s.
          Maybe it is an address of this machine: then http:// is possible."""
              .formatted(issuer));
    }
    if (issuer != null && clientId.isEmpty()) {
      throw new IllegalArgumentException(
          """
          Single sign-on with %s needs the name by which the provider knows this house.
          Maybe passerelle.sso.client-id is missing."""
              .formatted(issuer));
    }
  }

  /** Whether it is offered. */
  boolean offered() {
    return issuer != null;
  }

  private static boolean isSafe(String issuer) {
    try {
      URI uri = URI.create(issuer);
      String host = uri.getHost();
      boolean here = List.of("127.0.0.1", "localhost", "[::1]").contains(host);
      return host != null
          && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && here));
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }
}
