package org.passerelle.house.security;

import jakarta.servlet.DispatcherType;
import org.passerelle.gate.NodeDoor;
import org.passerelle.gate.OneClick;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The security configuration for every request: authentication, authorisation, and the headers that
 * restrict the browser.
 */
@Configuration
@EnableConfigurationProperties(SsoSettings.class)
class SecurityRules {
  static final String CONTENT_POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; "
          + "media-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; "
          + "base-uri 'none'; frame-ancestors 'none'";
  private static final String PERMISSIONS =
      "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
          + "magnetometer=(), microphone=(), midi=(), payment=(), usb=(), "
          + "publickey-credentials-get=(self), publickey-credentials-create=(self)";

  @Bean
  SecurityFilterChain rules(
      HttpSecurity http,
      RouteRules routes,
      SessionContext sessions,
      AccessDeniedAnswers accessDeniedAnswers,
      FormTokens tokens,
      CookieRules.Transport transport) {
    // a program sends its token itself; credentials that a browser attaches automatically do
    // not count here, so no CSRF token is needed;
    // the address of a one-click leave is itself the secret
    RequestMatcher withoutToken =
        request -> ApiDoor.isApi(request) || NodeDoor.is(request) || OneClick.is(request);
    return strict(http, routes, sessions, tokens, transport, withoutToken)
        .exceptionHandling(
            e ->
                e.authenticationEntryPoint(accessDeniedAnswers)
                    .accessDeniedHandler(accessDeniedAnswers))
        .build();
  }

  /**
   * What holds in every process: routes by their declarations, tokens in forms, the headers.
   *
   * @param withoutToken what needs no token of a form
   */
  static HttpSecurity strict(
      HttpSecurity http,
      RouteRules routes,
      SecurityContextRepository contexts,
      FormTokens tokens,
      CookieRules.Transport transport,
      RequestMatcher withoutToken) {
    return http.addFilterBefore(new OtherSites(withoutToken, transport.address()), CsrfFilter.class)
        .securityContext(c -> c.securityContextRepository(contexts).requireExplicitSave(true))
        .csrf(
            c ->
                c.csrfTokenRepository(tokens)
                    .csrfTokenRequestHandler(new FormTokens.Brought())
                    .ignoringRequestMatchers(withoutToken))
        .sessionManagement(AbstractHttpConfigurer::disable)
        .requestCache(c -> c.requestCache(new NullRequestCache()))
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(
            r ->
                r.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .anyRequest()
                    .access(routes))
        .headers(
            h ->
                h.contentSecurityPolicy(c -> c.policyDirectives(CONTENT_POLICY))
                    .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER))
                    .httpStrictTransportSecurity(
                        s -> s.requestMatcher(request -> transport.secure()))
                    .permissionsPolicyHeader(p -> p.policy(PERMISSIONS))
                    .crossOriginOpenerPolicy(c -> c.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                    .crossOriginResourcePolicy(
                        c -> c.policy(CrossOriginResourcePolicy.SAME_ORIGIN)));
  }

  /**
   * Disables Spring's own ways of signing in; this also keeps Spring Boot from creating a default
   * user.
   */
  @Bean
  AuthenticationManager nobodyElse() {
    return authentication -> {
      throw new UsernameNotFoundException("Sign-in has its own pages.");
    };
  }
}
