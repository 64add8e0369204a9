package org.passerelle.house.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.SignedIn;
import org.passerelle.access.SignedInAuthentication;
import org.passerelle.access.User;
import org.passerelle.accounts.ProvenOwner;
import org.passerelle.accounts.Users;
import org.passerelle.accounts.signin.OwnAccount;
import org.passerelle.accounts.signin.OwnFactors;
import org.passerelle.accounts.signin.Totp;
import org.passerelle.language.Languages;
import org.passerelle.pages.LanguageChoice;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Notices;
import org.passerelle.pages.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What opens one's own account: password, code generator, passkeys, recovery codes. */
@Controller
@Allowed
class FactorPages {
  private static final String SECRET = "passerelle.replacing-totp";
  private final OwnAccount own;
  private final OwnFactors factors;
  private final ProvenOwner owner;
  private final Users users;
  private final Totp totp;
  private final Languages languages;

  FactorPages(
      OwnAccount own,
      OwnFactors factors,
      ProvenOwner owner,
      Users users,
      Totp totp,
      Languages languages) {
    this.own = own;
    this.factors = factors;
    this.owner = owner;
    this.users = users;
    this.totp = totp;
    this.languages = languages;
  }

  @PostMapping("/account/password")
  String password(
      SignedInAuthentication signedIn,
      @RequestParam("_once") UUID token,
      @RequestParam(defaultValue = "") String currentPassword,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String passwordAgain,
      HttpServletRequest request) {
    if (!password.equals(passwordAgain)) {
      throw new Refused("access.password.different");
    }
    return owner.act(
        token,
        signedIn,
        currentPassword,
        request,
        () -> {
          own.changePassword(signedIn.getPrincipal(), signedIn.session(), password);
          return done(request, "access.account.password-changed");
        });
  }

  @GetMapping("/account/totp")
  String askTotp(SignedInAuthentication signedIn, HttpServletRequest request, Model model) {
    if (!owner.gaveFactor(signedIn.getPrincipal(), request)) {
      return owner.askFactor("/account/totp", request);
    }
    User user = users.find(signedIn.getPrincipal().user()).orElseThrow(NotFound::new);
    model.addAttribute("card", TotpCard.of(secret(request), user.login()));
    return "house/accounts/totp";
  }

  @PostMapping("/account/totp")
  String replaceTotp(
      SignedInAuthentication signedIn,
      @RequestParam("_once") UUID token,
      @RequestParam(defaultValue = "") String currentPassword,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request) {
    byte[] secret = secret(request);
    String next =
        owner.act(
            token,
            signedIn,
            currentPassword,
            request,
            () -> {
              factors.replaceTotp(signedIn.getPrincipal(), signedIn.session(), secret, code);
              return done(request, "access.account.totp-changed");
            });
    request.getSession().removeAttribute(SECRET);
    return next;
  }

  @PostMapping("/account/totp/remove")
  String removeTotp(
      SignedInAuthentication signedIn,
      @RequestParam("_once") UUID token,
      @RequestParam(defaultValue = "") String currentPassword,
      HttpServletRequest request) {
    return owner.act(
        token,
        signedIn,
        currentPassword,
        request,
        () -> {
          factors.removeTotp(signedIn.getPrincipal(), signedIn.session());
          return done(request, "access.account.factor-removed");
        });
  }

  @PostMapping("/account/passkeys/remove")
  String removePasskey(
      SignedInAuthentication signedIn,
      @RequestParam("_once") UUID token,
      @RequestParam(defaultValue = "") String currentPassword,
      @RequestParam String credential,
      HttpServletRequest request) {
    return owner.act(
        token,
        signedIn,
        currentPassword,
        request,
        () -> {
          factors.removePasskey(signedIn.getPrincipal(), signedIn.session(), credential);
          return done(request, "access.account.factor-removed");
        });
  }

  @PostMapping("/account/recovery-codes")
  String renewCodes(
      SignedInAuthentication signedIn,
      @RequestParam("_once") UUID token,
      @RequestParam(defaultValue = "") String currentPassword,
      HttpServletRequest request) {
    SignedIn who = signedIn.getPrincipal();
    return owner.act(
        token,
        signedIn,
        currentPassword,
        request,
        () -> {
          Entrance.showOnce(request, factors.renewRecoveryCodes(who));
          return "/account/recovery-codes";
        });
  }

  @GetMapping("/account/recovery-codes")
  String codes(HttpServletRequest request, Model model) {
    List<String> codes = Entrance.takeOnce(request);
    if (codes.isEmpty()) {
      return "redirect:/account";
    }
    model.addAttribute("codes", codes);
    return "house/accounts/recovery-codes";
  }

  private String done(HttpServletRequest request, String key) {
    Notices.leave(
        request, "good", languages.texts(LanguageChoice.of(request, languages)).text(key));
    return "/account";
  }

  private byte[] secret(HttpServletRequest request) {
    if (request.getSession().getAttribute(SECRET) instanceof byte[] offered) {
      return offered;
    }
    byte[] made = totp.newSecret();
    request.getSession().setAttribute(SECRET, made);
    return made;
  }
}
