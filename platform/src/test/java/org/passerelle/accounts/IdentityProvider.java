package org.passerelle.accounts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;

/**
 * A real provider of OpenID Connect on a port of its own: Spring Authorization Server in a Tomcat.
 * Whoever comes with the right password (HTTP Basic) is signed in there; the test says which claims
 * it puts into the identity token.
 */
final class IdentityProvider implements AutoCloseable {
  static final String CLIENT = "passerelle";
  static final String SECRET = "a secret between two machines";
  static final String PASSWORD = "at the ministry";
  private static final String ANYWHERE = "http://127.0.0.1:%d/sign-in/sso/back";

  /** Claims to add or to replace, by user; shared with the beans of the provider. */
  private static final Map<String, Map<String, Object>> CLAIMS = new ConcurrentHashMap<>();

  private static volatile int housePort;
  private final Tomcat tomcat = new Tomcat();
  private final Path folder = Files.createTempDirectory("provider");
  private final int port;

  private IdentityProvider() throws IOException, LifecycleException {
    tomcat.setBaseDir(folder.resolve("base").toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    var app = tomcat.addContext("", Files.createDirectory(folder.resolve("app")).toString());
    AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
    context.register(Rules.class);
    FilterDef filter = new FilterDef();
    filter.setFilterName("springSecurityFilterChain");
    filter.setFilter(new DelegatingFilterProxy("springSecurityFilterChain", context));
    app.addFilterDef(filter);
    FilterMap all = new FilterMap();
    all.setFilterName("springSecurityFilterChain");
    all.addURLPattern("/*");
    app.addFilterMap(all);
    Tomcat.addServlet(app, "nothing", new HttpServlet() {}).addMapping("/");
    tomcat.start();
    port = tomcat.getConnector().getLocalPort();
  }

  /**
   * Starts one.
   *
   * @param house port of the house that may ask
   */
  static IdentityProvider start(int house) {
    try {
      housePort = house;
      CLAIMS.clear();
      return new IdentityProvider();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }

  String issuer() {
    return "http://127.0.0.1:" + port;
  }

  /** What it says of a user besides the standard. */
  void says(String user, Map<String, Object> claims) {
    CLAIMS.put(user, new HashMap<>(claims));
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
      FileSystemUtils.deleteRecursively(folder);
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The provider's beans; no stereotype, so that the house does not find them. */
  @EnableWebSecurity
  static class Rules {
    @Bean
    SecurityFilterChain protocol(HttpSecurity http) {
      http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
          .authorizeHttpRequests(r -> r.anyRequest().authenticated())
          .httpBasic(b -> b.securityContextRepository(new HttpSessionSecurityContextRepository()));
      return http.build();
    }

    @Bean
    UserDetailsService people() {
      return name -> User.withUsername(name).password("{noop}" + PASSWORD).roles("USER").build();
    }

    @Bean
    RegisteredClientRepository clients() {
      return new InMemoryRegisteredClientRepository(
          RegisteredClient.withId("house")
              .clientId(CLIENT)
              .clientSecret("{noop}" + SECRET)
              .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
              .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
              .redirectUri(ANYWHERE.formatted(housePort))
              .scope("openid")
              .scope("email")
              .scope("profile")
              .clientSettings(
                  ClientSettings.builder()
                      .requireProofKey(true)
                      .requireAuthorizationConsent(false)
                      .build())
              .build());
    }

    @Bean
    JWKSource<SecurityContext> keys() throws JOSEException {
      RSAKey key = new RSAKeyGenerator(2048).keyID("one").generate();
      return new ImmutableJWKSet<>(new JWKSet(List.of(key)));
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
      return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    AuthorizationServerSettings settings() {
      return AuthorizationServerSettings.builder().build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
      return context -> {
        Authentication who = context.getPrincipal();
        String user = who == null ? "" : who.getName();
        if (context.getTokenType().getValue().equals("id_token")) {
          context.getClaims().claim("email", user).claim("email_verified", true);
          CLAIMS.getOrDefault(user, Map.of()).forEach(context.getClaims()::claim);
        }
      };
    }
  }
}
