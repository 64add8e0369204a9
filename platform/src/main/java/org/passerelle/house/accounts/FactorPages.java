package org.passerelle.house.accounts;

import java.util.List;
import org.passerelle.access.Allowed;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.ProvenOwner;
import org.passerelle.accounts.Users;
import org.passerelle.accounts.signin.OwnAccount;
import org.passerelle.accounts.signin.OwnFactors;
import org.passerelle.accounts.signin.Totp;
import org.passerelle.pages.Act;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The user's own credentials: password, authenticator app, passkeys, recovery codes. */
@Controller
@Allowed
class FactorPages {
  private static final String SECRET = "passerelle.replacing-totp";
  private final OwnAccount own;
  private final OwnFactors factors;
  private final ProvenOwner owner;
  private final Users users;
  private final Totp totp;

  FactorPages(OwnAccount own, OwnFactors factors, ProvenOwner owner, Users users, Totp totp) {
    this.own = own;
    this.factors = factors;
    this.owner = owner;
    this.users = users;
    this.totp = totp;
  }

  @PostMapping("/account/password")
  String password(Act act) {
    String password = act.form().shown("password");
    if (!password.equals(act.form().shown("passwordAgain"))) {
      throw new Refused("access.password.different");
    }
    return owner
        .guard(act)
        .once(
            () -> {
              own.changePassword(act.who(), act.signedIn().session(), password);
              return done(act, "access.account.password-changed");
            });
  }

  @GetMapping("/account/totp")
  String askTotp(Act act) {
    if (!owner.gaveFactor(act.who(), act.request())) {
      return owner.askFactor("/account/totp", act.request());
    }
    User user = users.find(act.who().user()).orElseThrow(NotFound::new);
    act.with("card", TotpCard.of(secret(act), user.login()));
    return "house/accounts/totp";
  }

  @PostMapping("/account/totp")
  String replaceTotp(Act act) {
    byte[] secret = secret(act);
    String next =
        owner
            .guard(act)
            .once(
                () -> {
                  factors.replaceTotp(
                      act.who(), act.signedIn().session(), secret, act.form().shown("code"));
                  return done(act, "access.account.totp-changed");
                });
    act.request().getSession().removeAttribute(SECRET);
    return next;
  }

  @PostMapping("/account/totp/remove")
  String removeTotp(Act act) {
    return owner
        .guard(act)
        .once(
            () -> {
              factors.removeTotp(act.who(), act.signedIn().session());
              return done(act, "access.account.factor-removed");
            });
  }

  @PostMapping("/account/passkeys/remove")
  String removePasskey(Act act) {
    return owner
        .guard(act)
        .once(
            () -> {
              factors.removePasskey(
                  act.who(), act.signedIn().session(), act.form().shown("credential"));
              return done(act, "access.account.factor-removed");
            });
  }

  @PostMapping("/account/recovery-codes")
  String renewCodes(Act act) {
    SignedIn who = act.who();
    return owner
        .guard(act)
        .once(
            () -> {
              Entrance.showOnce(act.request(), factors.renewRecoveryCodes(who));
              return "/account/recovery-codes";
            });
  }

  @GetMapping("/account/recovery-codes")
  String codes(Act act) {
    List<String> codes = Entrance.takeOnce(act.request());
    if (codes.isEmpty()) {
      return "redirect:/account";
    }
    act.with("codes", codes);
    return "house/accounts/recovery-codes";
  }

  private static String done(Act act, String key) {
    act.notice("good", key);
    return "/account";
  }

  private byte[] secret(Act act) {
    if (act.request().getSession().getAttribute(SECRET) instanceof byte[] offered) {
      return offered;
    }
    byte[] made = totp.newSecret();
    act.request().getSession().setAttribute(SECRET, made);
    return made;
  }
}
