package org.passerelle.house.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.OpenToAll;
import org.passerelle.accounts.AskedPasskey;
import org.passerelle.accounts.signin.Enrolment;
import org.passerelle.accounts.signin.Outcome;
import org.passerelle.accounts.signin.Passkeys;
import org.passerelle.accounts.signin.PendingSignIn;
import org.passerelle.accounts.signin.SignIn;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints for passkey.js at sign-in: challenges, and the authenticator's responses. */
@RestController
@OpenToAll
class PasskeySignIn {
  private static final String ASKED = "passerelle.passkey-asked";
  private final SignIn signIn;
  private final Enrolment enrolment;
  private final Entrance entrance;
  private final Passkeys passkeys;

  PasskeySignIn(SignIn signIn, Enrolment enrolment, Entrance entrance, Passkeys passkeys) {
    this.signIn = signIn;
    this.enrolment = enrolment;
    this.entrance = entrance;
    this.passkeys = passkeys;
  }

  @PostMapping(path = "/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> ask(HttpServletRequest request) {
    if (entrance.pending(request).isEmpty()) {
      return ResponseEntity.badRequest().build();
    }
    PublicKeyCredentialRequestOptions options = passkeys.request();
    AskedPasskey.keep(request, ASKED, options);
    return ResponseEntity.ok(passkeys.write(options));
  }

  @PostMapping(path = "/sign-in/passkey", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, String>> answer(
      @RequestBody String answer, HttpServletRequest request, HttpServletResponse response) {
    Optional<PendingSignIn> pending = entrance.pending(request);
    Optional<PublicKeyCredentialRequestOptions> asked =
        AskedPasskey.take(request, ASKED, answer, PublicKeyCredentialRequestOptions.class);
    if (pending.isEmpty() || asked.isEmpty()) {
      return ResponseEntity.badRequest().build();
    }
    UUID proven = passkeys.proven(asked.get(), answer);
    Outcome outcome = signIn.passkey(pending.get(), proven);
    if (outcome instanceof Outcome.Right right) {
      String to = entrance.comeIn(right, List.of(), request, response);
      return ResponseEntity.ok(Map.of("to", to));
    }
    if (outcome instanceof Outcome.Again again) {
      entrance.again(again.pending(), request);
    }
    return ResponseEntity.badRequest().build();
  }

  @PostMapping(path = "/sign-in/enrol/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> askNew(HttpServletRequest request) {
    Optional<UUID> user =
        entrance.pending(request).filter(enrolment::isDue).map(PendingSignIn::user);
    if (user.isEmpty()) {
      return ResponseEntity.badRequest().build();
    }
    PublicKeyCredentialCreationOptions options = passkeys.creation(user.get());
    AskedPasskey.keep(request, ASKED, options);
    return ResponseEntity.ok(passkeys.write(options));
  }

  @PostMapping(path = "/sign-in/enrol/passkey", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, String>> answerNew(
      @RequestBody String answer, HttpServletRequest request, HttpServletResponse response) {
    Optional<PendingSignIn> pending = entrance.pending(request);
    Optional<PublicKeyCredentialCreationOptions> asked =
        AskedPasskey.take(request, ASKED, answer, PublicKeyCredentialCreationOptions.class);
    if (pending.isEmpty() || asked.isEmpty()) {
      return ResponseEntity.badRequest().build();
    }
    try {
      return enrolment
          .withPasskey(pending.get(), () -> passkeys.register(asked.get(), answer))
          .map(e -> entrance.comeIn(e.right(), e.codes(), request, response))
          .map(to -> ResponseEntity.ok(Map.of("to", to)))
          .orElseGet(() -> ResponseEntity.badRequest().build());
    } catch (IllegalArgumentException notAPasskey) {
      return ResponseEntity.badRequest().build();
    }
  }
}
