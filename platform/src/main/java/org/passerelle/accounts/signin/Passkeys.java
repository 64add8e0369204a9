package org.passerelle.accounts.signin;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.PlatformSettings;
import org.passerelle.accounts.PasskeyCeremony;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys as second factor. They are bound to the host name, so that a copied sign-in page
 * elsewhere gains nothing.
 */
@Component
public class Passkeys implements PasskeyCeremony {
  private final PlatformSettings settings;
  private final ObjectProvider<Environment> environment;
  private final PasskeyUsers users;
  private final PasskeyTable table;
  private final JdbcClient db;
  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
  private volatile @Nullable Webauthn4JRelyingPartyOperations operations;

  Passkeys(
      PlatformSettings settings,
      ObjectProvider<Environment> environment,
      PasskeyUsers users,
      PasskeyTable table,
      JdbcClient db) {
    this.settings = settings;
    this.environment = environment;
    this.users = users;
    this.table = table;
    this.db = db;
  }

  /** A passkey as its user sees it. */
  public record Entry(String id, String label, Instant created, Instant lastUsed) {}

  /** Passkeys of a user, oldest first. */
  public List<Entry> of(UUID user) {
    return table.findByUserId(PasskeyUsers.bytes(user)).stream()
        .map(
            k ->
                new Entry(
                    k.getCredentialId().toBase64UrlString(),
                    k.getLabel(),
                    k.getCreated(),
                    k.getLastUsed()))
        .toList();
  }

  /** Removes one of the user's own passkeys. */
  @Transactional
  public void remove(UUID user, String credential) {
    db.sql("delete from passkey where credential_id = :id and holder = :user")
        .param("id", credential)
        .param("user", user)
        .update();
  }

  @Override
  public int count(UUID holder) {
    return of(holder).size();
  }

  @Override
  @Transactional
  public void removeAll(UUID holder) {
    db.sql("delete from passkey where holder = :holder").param("holder", holder).update();
  }

  @Override
  public boolean workUnder(String host) {
    return host.equals(host());
  }

  @Override
  @Transactional(readOnly = true)
  public PublicKeyCredentialCreationOptions creation(UUID user) {
    return operations()
        .createPublicKeyCredentialCreationOptions(
            new ImmutablePublicKeyCredentialCreationOptionsRequest(
                UsernamePasswordAuthenticationToken.authenticated(
                    user.toString(), null, List.of())));
  }

  @Override
  @Transactional
  public void register(PublicKeyCredentialCreationOptions options, String answer) {
    RelyingPartyPublicKey key = read(answer, new TypeReference<>() {});
    String label = key.getLabel() == null ? "" : key.getLabel().strip();
    label = label.replaceAll("\\p{Cntrl}", "");
    label = label.isEmpty() ? "•" : label.substring(0, Math.min(100, label.length()));
    try {
      operations()
          .registerCredential(
              new ImmutableRelyingPartyRegistrationRequest(
                  options, new RelyingPartyPublicKey(key.getCredential(), label)));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("The passkey was not accepted.", e);
    }
  }

  @Override
  public PublicKeyCredentialRequestOptions request() {
    return operations()
        .createCredentialRequestOptions(
            new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
  }

  @Override
  @Transactional
  public @Nullable UUID proven(PublicKeyCredentialRequestOptions options, String answer) {
    try {
      PublicKeyCredential<AuthenticatorAssertionResponse> key =
          read(answer, new TypeReference<>() {});
      return PasskeyUsers.user(
          Objects.requireNonNull(
                  operations().authenticate(new RelyingPartyAuthenticationRequest(options, key)))
              .getId());
    } catch (RuntimeException e) {
      return null;
    }
  }

  @Override
  public String write(Object options) {
    return json.writeValueAsString(options);
  }

  private <T> T read(String answer, TypeReference<T> type) {
    try {
      return json.readValue(answer, type);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("The browser's answer is not a passkey.", e);
    }
  }

  private String host() {
    String host = settings.address() == null ? null : URI.create(settings.address()).getHost();
    return host == null ? "localhost" : host;
  }

  /** Made on first use, because the port is known only when the server listens. */
  private Webauthn4JRelyingPartyOperations operations() {
    Webauthn4JRelyingPartyOperations made = operations;
    if (made == null) {
      made =
          new Webauthn4JRelyingPartyOperations(
              users,
              table,
              PublicKeyCredentialRpEntity.builder().id(host()).name("Passerelle").build(),
              Set.of(origin()));
      operations = made;
    }
    return made;
  }

  private String origin() {
    if (settings.address() != null) {
      return settings.address().replaceAll("/+$", "");
    }
    Environment here = environment.getObject();
    boolean tls = here.getProperty("server.ssl.bundle") != null;
    return (tls ? "https" : "http")
        + "://localhost:"
        + here.getProperty("local.server.port", "8080");
  }
}
