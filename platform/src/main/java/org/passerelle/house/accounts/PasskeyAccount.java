package org.passerelle.house.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.passerelle.access.Allowed;
import org.passerelle.access.SignedInAuthentication;
import org.passerelle.accounts.ProvenOwner;
import org.passerelle.accounts.signin.OwnFactors;
import org.passerelle.accounts.signin.Passkeys;
import org.passerelle.language.Languages;
import org.passerelle.pages.LanguageChoice;
import org.passerelle.pages.Notices;
import org.passerelle.pages.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What passkey.js asks for on the account page: one more passkey, after the password. */
@RestController
@Allowed
class PasskeyAccount {
  private static final String ASKED = "passerelle.passkey-added";
  private final OwnFactors own;
  private final ProvenOwner owner;
  private final Passkeys passkeys;
  private final Languages languages;

  PasskeyAccount(OwnFactors own, ProvenOwner owner, Passkeys passkeys, Languages languages) {
    this.own = own;
    this.owner = owner;
    this.passkeys = passkeys;
    this.languages = languages;
  }

  @PostMapping(path = "/account/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> ask(
      SignedInAuthentication signedIn,
      @RequestParam(defaultValue = "") String currentPassword,
      HttpServletRequest request) {
    try {
      owner.check(signedIn, currentPassword, request);
      owner.used(signedIn, request);
    } catch (Refused refused) {
      String text =
          languages
              .texts(LanguageChoice.of(request, languages))
              .text(refused.key(), refused.arguments());
      return ResponseEntity.status(HttpStatus.CONFLICT)
          .body(passkeys.write(Map.of("problem", text)));
    }
    PublicKeyCredentialCreationOptions options = passkeys.creation(signedIn.getPrincipal().user());
    request.getSession().setAttribute(ASKED, options);
    return ResponseEntity.ok(passkeys.write(options));
  }

  @PostMapping(path = "/account/passkeys", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, String>> answer(
      SignedInAuthentication signedIn, @RequestBody String answer, HttpServletRequest request) {
    Object asked = request.getSession().getAttribute(ASKED);
    request.getSession().removeAttribute(ASKED);
    if (answer.length() > PasskeySignIn.LONGEST_ANSWER
        || !(asked instanceof PublicKeyCredentialCreationOptions options)) {
      return ResponseEntity.badRequest().build();
    }
    try {
      own.addPasskey(signedIn.getPrincipal(), () -> passkeys.register(options, answer));
    } catch (IllegalArgumentException notAPasskey) {
      return ResponseEntity.badRequest().build();
    }
    Notices.leave(
        request,
        "good",
        languages
            .texts(LanguageChoice.of(request, languages))
            .text("access.account.passkey-added"));
    return ResponseEntity.ok(Map.of("to", "/account"));
  }
}
