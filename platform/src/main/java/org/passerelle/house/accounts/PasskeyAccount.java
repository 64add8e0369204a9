package org.passerelle.house.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.passerelle.access.Allowed;
import org.passerelle.accounts.AskedPasskey;
import org.passerelle.accounts.ProvenOwner;
import org.passerelle.accounts.signin.OwnFactors;
import org.passerelle.accounts.signin.Passkeys;
import org.passerelle.pages.Act;
import org.passerelle.refusal.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Endpoints for passkey.js on the account page: adding a passkey, after confirming the password.
 */
@RestController
@Allowed
class PasskeyAccount {
  private static final String ASKED = "passerelle.passkey-added";
  private final OwnFactors own;
  private final ProvenOwner owner;
  private final Passkeys passkeys;

  PasskeyAccount(OwnFactors own, ProvenOwner owner, Passkeys passkeys) {
    this.own = own;
    this.owner = owner;
    this.passkeys = passkeys;
  }

  @PostMapping(path = "/account/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> ask(Act act) {
    HttpServletRequest request = act.request();
    try {
      owner.check(act.signedIn(), act.form().shown("currentPassword"), request);
      owner.used(act.signedIn(), request);
    } catch (Refused refused) {
      String text = act.text(refused.key(), refused.arguments());
      return ResponseEntity.status(HttpStatus.CONFLICT)
          .body(passkeys.write(Map.of("problem", text)));
    }
    PublicKeyCredentialCreationOptions options = passkeys.creation(act.who().user());
    AskedPasskey.keep(request, ASKED, options);
    return ResponseEntity.ok(passkeys.write(options));
  }

  @PostMapping(path = "/account/passkeys", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, String>> answer(@RequestBody String answer, Act act) {
    Optional<PublicKeyCredentialCreationOptions> asked =
        AskedPasskey.take(act.request(), ASKED, answer, PublicKeyCredentialCreationOptions.class);
    if (asked.isEmpty()) {
      return ResponseEntity.badRequest().build();
    }
    try {
      own.addPasskey(act.who(), () -> passkeys.register(asked.get(), answer));
    } catch (IllegalArgumentException notAPasskey) {
      return ResponseEntity.badRequest().build();
    }
    act.notice("good", "access.account.passkey-added");
    return ResponseEntity.ok(Map.of("to", "/account"));
  }
}
