package org.passerelle.house.security;

import org.passerelle.PublicProcess;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Security in the process of the public pages: nobody is ever signed in, and whatever is not open
 * to everybody does not exist.
 */
@PublicProcess
class PublicSecurity {
  @Bean
  SecurityContextRepository nobody() {
    return new NullSecurityContextRepository();
  }

  @Bean
  SecurityFilterChain rules(
      HttpSecurity http,
      RouteRules routes,
      SecurityContextRepository nobody,
      FormTokens tokens,
      CookieRules.Transport transport) {
    return SecurityRules.strict(http, routes, nobody, tokens, transport, request -> false)
        .exceptionHandling(
            e ->
                e.authenticationEntryPoint(
                        (request, response, why) ->
                            response.sendError(HttpStatus.NOT_FOUND.value()))
                    .accessDeniedHandler(
                        (request, response, why) ->
                            response.sendError(
                                routes.isOpen(request)
                                    ? HttpStatus.FORBIDDEN.value()
                                    : HttpStatus.NOT_FOUND.value())))
        .build();
  }

  @Bean
  AuthenticationManager nobodySignsIn() {
    return authentication -> {
      throw new UsernameNotFoundException("Nobody signs in here.");
    };
  }
}
