package org.passerelle.house.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.house.security.SsoSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * The OpenID Connect client: authorisation code flow with PKCE, state and nonce, and an identity
 * token whose signature, issuer, audience and times are verified (OpenID Connect Core 1.0, section
 * 3.1). Spring Security implements the protocol; it does not sign the user in.
 */
@Component
class SsoProvider {
  private static final Logger LOG = LoggerFactory.getLogger(SsoProvider.class);
  private static final String NAME = "provider";
  private final SsoSettings settings;
  private final HttpSessionOAuth2AuthorizationRequestRepository asked =
      new HttpSessionOAuth2AuthorizationRequestRepository();
  private final OidcAuthorizationCodeAuthenticationProvider exchange =
      new OidcAuthorizationCodeAuthenticationProvider(
          new RestClientAuthorizationCodeTokenResponseClient(), new OidcUserService());
  private volatile ClientRegistration.@Nullable Builder known;

  SsoProvider(SsoSettings settings) {
    this.settings = settings;
  }

  /**
   * Verified claims of the identity provider.
   *
   * @param login value of the claim that identifies users here
   * @param factorCounts whether the provider used a second factor that the operator trusts
   */
  record Said(String login, boolean factorCounts) {}

  /** The provider cannot be reached, or its response cannot be parsed. */
  static final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreachable(Throwable cause) {
      super("The identity provider does not answer.", cause);
    }
  }

  /** The provider's answer was rejected: {@link #getMessage} is the key of the error message. */
  static final class NotAccepted extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotAccepted(String key, @Nullable Throwable cause) {
      super(key, cause);
    }
  }

  /**
   * Begins the flow.
   *
   * @param back address to which the provider redirects the browser
   * @return the provider's authorisation address
   */
  String begin(String back, HttpServletRequest request, HttpServletResponse response) {
    DefaultOAuth2AuthorizationRequestResolver resolver =
        new DefaultOAuth2AuthorizationRequestResolver(
            new InMemoryClientRegistrationRepository(registration(back)));
    resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    OAuth2AuthorizationRequest wanted = resolver.resolve(request, NAME);
    if (wanted == null) {
      throw new IllegalStateException("No request to the identity provider was made.");
    }
    asked.saveAuthorizationRequest(wanted, request, response);
    return wanted.getAuthorizationRequestUri();
  }

  /**
   * Ends the flow: checks that the answer belongs to the request and that the provider confirms the
   * identity.
   */
  Said end(
      String back,
      @Nullable String code,
      @Nullable String state,
      HttpServletRequest request,
      HttpServletResponse response) {
    // compares the parameter `state` and returns null if it differs from the one that was sent
    OAuth2AuthorizationRequest wanted = asked.removeAuthorizationRequest(request, response);
    if (wanted == null || code == null || state == null) {
      throw new NotAccepted("access.sso.failed", null);
    }
    OAuth2AuthorizationResponse answer =
        OAuth2AuthorizationResponse.success(code).redirectUri(back).state(state).build();
    OAuth2LoginAuthenticationToken question =
        new OAuth2LoginAuthenticationToken(
            registration(back), new OAuth2AuthorizationExchange(wanted, answer));
    try {
      if (exchange.authenticate(question) instanceof OAuth2LoginAuthenticationToken done
          && done.getPrincipal() instanceof OidcUser user) {
        return said(user);
      }
    } catch (AuthenticationException notProven) {
      // the message names the failed check and contains no token
      LOG.warn("Single sign-on was refused: {}", notProven.getMessage());
      throw new NotAccepted("access.sso.failed", notProven);
    }
    throw new NotAccepted("access.sso.failed", null);
  }

  private Said said(OidcUser user) {
    String login = user.getClaimAsString(settings.claim());
    if (login == null || login.isBlank()) {
      throw new NotAccepted("access.sso.unknown", null);
    }
    if (settings.claim().equals("email") && !Boolean.TRUE.equals(user.getEmailVerified())) {
      throw new NotAccepted("access.sso.unverified", null);
    }
    List<String> methods =
        Stream.concat(values(user.getClaim("amr")), values(user.getClaim("acr"))).toList();
    return new Said(login, methods.stream().anyMatch(settings.secondFactor()::contains));
  }

  private static Stream<String> values(@Nullable Object claim) {
    return claim instanceof Collection<?> several
        ? several.stream().map(String::valueOf)
        : Stream.ofNullable(claim).map(String::valueOf);
  }

  private ClientRegistration registration(String back) {
    ClientRegistration.Builder builder = known;
    if (builder == null) {
      builder = discovered();
      known = builder;
    }
    synchronized (this) {
      return builder.redirectUri(back).build();
    }
  }

  /**
   * The provider's metadata; fetched on first use, so that the server can start while the provider
   * is down.
   */
  private ClientRegistration.Builder discovered() {
    String issuer = Optional.ofNullable(settings.issuer()).orElseThrow();
    try {
      ClientRegistration.Builder found =
          ClientRegistrations.fromIssuerLocation(issuer)
              .registrationId(NAME)
              .clientId(settings.clientId())
              .scope("openid", "email", "profile");
      String secret = settings.clientSecret();
      return secret == null
          ? found.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
          : found.clientSecret(secret);
    } catch (RuntimeException e) {
      throw new Unreachable(e);
    }
  }
}
