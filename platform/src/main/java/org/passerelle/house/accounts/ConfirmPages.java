package org.passerelle.house.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.passerelle.access.Allowed;
import org.passerelle.access.SignedIn;
import org.passerelle.access.SignedInAuthentication;
import org.passerelle.accounts.AskedPasskey;
import org.passerelle.accounts.FreshFactor;
import org.passerelle.accounts.signin.FactorConfirmation;
import org.passerelle.accounts.signin.Passkeys;
import org.passerelle.refusal.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks a signed-in user to confirm their second factor. */
@Controller
@Allowed
class ConfirmPages {
  private static final String ASKED = "passerelle.passkey-confirms";
  private final FactorConfirmation confirmation;
  private final Passkeys passkeys;
  private final FreshFactor fresh;

  ConfirmPages(FactorConfirmation confirmation, Passkeys passkeys, FreshFactor fresh) {
    this.confirmation = confirmation;
    this.passkeys = passkeys;
    this.fresh = fresh;
  }

  @GetMapping("/account/confirm")
  String page(@AuthenticationPrincipal SignedIn who, HttpServletRequest request, Model model) {
    return show(who, request, "", model);
  }

  @PostMapping("/account/confirm")
  String code(
      SignedInAuthentication signedIn,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    SignedIn who = signedIn.getPrincipal();
    String problem = "access.confirm.wrong";
    try {
      if (code.length() <= 40 && confirmation.confirm(signedIn, code)) {
        return "redirect:" + fresh.confirmed(who, request);
      }
    } catch (Refused refused) {
      problem = refused.key();
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(who, request, problem, model);
  }

  private String show(SignedIn who, HttpServletRequest request, String problem, Model model) {
    model.addAttribute("problem", problem);
    model.addAttribute(
        "passkeys",
        !passkeys.of(who.user()).isEmpty() && passkeys.workUnder(request.getServerName()));
    return "house/accounts/confirm";
  }

  @PostMapping(
      path = "/account/confirm/passkey/options",
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> ask(HttpServletRequest request) {
    PublicKeyCredentialRequestOptions options = passkeys.request();
    AskedPasskey.keep(request, ASKED, options);
    return ResponseEntity.ok(passkeys.write(options));
  }

  @PostMapping(path = "/account/confirm/passkey", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, String>> answer(
      SignedInAuthentication signedIn, @RequestBody String answer, HttpServletRequest request) {
    boolean proven =
        AskedPasskey.take(request, ASKED, answer, PublicKeyCredentialRequestOptions.class)
            .filter(options -> confirmation.confirm(signedIn, passkeys.proven(options, answer)))
            .isPresent();
    if (!proven) {
      return ResponseEntity.badRequest().build();
    }
    return ResponseEntity.ok(Map.of("to", fresh.confirmed(signedIn.getPrincipal(), request)));
  }
}
