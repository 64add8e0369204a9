package org.passerelle.house.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.passerelle.PlatformSettings;
import org.passerelle.access.Allowed;
import org.passerelle.access.SignedIn;
import org.passerelle.access.SignedInAuthentication;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.accounts.signin.AccessSettings;
import org.passerelle.accounts.signin.OwnAccount;
import org.passerelle.accounts.signin.Passkeys;
import org.passerelle.accounts.signin.RecoveryCodes;
import org.passerelle.accounts.signin.Sessions;
import org.passerelle.accounts.signin.Totp;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.pages.LanguageChoice;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own account: language, password, second factors, sessions. */
@Controller
@Allowed
public class AccountPages {
  private static final String SECRET = "passerelle.replacing-totp";
  private final PlatformSettings settings;
  private final AccessSettings access;
  private final OwnAccount own;
  private final Users users;
  private final Sessions sessions;
  private final Passkeys passkeys;
  private final RecoveryCodes recoveryCodes;
  private final Totp totp;
  private final Languages languages;
  private final Choices choices;
  private final OnceOnly once;

  AccountPages(
      PlatformSettings settings,
      AccessSettings access,
      OwnAccount own,
      Users users,
      Sessions sessions,
      Passkeys passkeys,
      RecoveryCodes recoveryCodes,
      Totp totp,
      Languages languages,
      Choices choices,
      OnceOnly once) {
    this.settings = settings;
    this.access = access;
    this.own = own;
    this.users = users;
    this.sessions = sessions;
    this.passkeys = passkeys;
    this.recoveryCodes = recoveryCodes;
    this.totp = totp;
    this.languages = languages;
    this.choices = choices;
    this.once = once;
  }

  /**
   * The account as its page shows it.
   *
   * @param current which of the sessions this is
   * @param passkeysWork whether they work under the address in use
   * @param codesLeft unused recovery codes
   * @param factorOff whether this is a demonstration, which asks for none
   */
  public record View(
      User user,
      List<String> roles,
      List<Choice> languages,
      boolean hasTotp,
      List<Passkeys.Entry> passkeys,
      boolean passkeysWork,
      int codesLeft,
      List<Sessions.Entry> sessions,
      UUID current,
      boolean factorOff) {
    public View {
      roles = List.copyOf(roles);
      languages = List.copyOf(languages);
      passkeys = List.copyOf(passkeys);
      sessions = List.copyOf(sessions);
    }
  }

  @GetMapping("/account")
  String show(SignedInAuthentication signedIn, HttpServletRequest request, Model model) {
    UUID id = signedIn.getPrincipal().user();
    User user = users.find(id).orElseThrow(NotFound::new);
    Language language = LanguageChoice.of(request, languages);
    List<Passkeys.Entry> keys = passkeys.of(id);
    model.addAttribute(
        "view",
        new View(
            user,
            choices.roles(user.roles(), language).stream()
                .filter(Choice::chosen)
                .map(Choice::word)
                .toList(),
            choices.languages(language),
            totp.isEnrolled(id),
            keys,
            passkeys.workUnder(request.getServerName()),
            recoveryCodes.left(id),
            sessions.of(id, access.idle(), access.absolute()),
            signedIn.session(),
            settings.demo()));
    return "house/accounts/account";
  }

  @PostMapping("/account/language")
  String language(
      SignedInAuthentication signedIn,
      @RequestParam String language,
      HttpServletRequest request,
      HttpServletResponse response) {
    Language chosen = languages.byTag(language);
    own.speak(signedIn.getPrincipal(), chosen.tag());
    LanguageChoice.keep(chosen, request, response);
    return "redirect:/account";
  }

  @PostMapping("/account/password")
  String password(
      SignedInAuthentication signedIn,
      @RequestParam("_once") UUID token,
      @RequestParam(defaultValue = "") String currentPassword,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String passwordAgain,
      HttpServletRequest request) {
    SignedIn who = signedIn.getPrincipal();
    if (!password.equals(passwordAgain)) {
      throw new Refused("access.password.different");
    }
    return done(
        token,
        who,
        request,
        "access.account.password-changed",
        () -> {
          own.confirm(who, currentPassword);
          own.changePassword(who, signedIn.session(), password);
        });
  }

  @GetMapping("/account/totp")
  String askTotp(SignedInAuthentication signedIn, HttpServletRequest request, Model model) {
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
    SignedIn who = signedIn.getPrincipal();
    byte[] secret = secret(request);
    String next =
        done(
            token,
            who,
            request,
            "access.account.totp-changed",
            () -> {
              own.confirm(who, currentPassword);
              own.replaceTotp(who, signedIn.session(), secret, code);
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
    SignedIn who = signedIn.getPrincipal();
    return done(
        token,
        who,
        request,
        "access.account.factor-removed",
        () -> {
          own.confirm(who, currentPassword);
          own.removeTotp(who, signedIn.session());
        });
  }

  @PostMapping("/account/passkeys/remove")
  String removePasskey(
      SignedInAuthentication signedIn,
      @RequestParam("_once") UUID token,
      @RequestParam(defaultValue = "") String currentPassword,
      @RequestParam String credential,
      HttpServletRequest request) {
    SignedIn who = signedIn.getPrincipal();
    return done(
        token,
        who,
        request,
        "access.account.factor-removed",
        () -> {
          own.confirm(who, currentPassword);
          own.removePasskey(who, signedIn.session(), credential);
        });
  }

  @PostMapping("/account/recovery-codes")
  String renewCodes(
      SignedInAuthentication signedIn,
      @RequestParam("_once") UUID token,
      @RequestParam(defaultValue = "") String currentPassword,
      HttpServletRequest request) {
    SignedIn who = signedIn.getPrincipal();
    return once.run(
        token,
        who,
        () -> {
          own.confirm(who, currentPassword);
          Entrance.showOnce(request, own.renewRecoveryCodes(who));
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

  @PostMapping("/account/sessions/{session}/end")
  String endSession(
      SignedInAuthentication signedIn,
      @PathVariable UUID session,
      @RequestParam("_once") UUID token,
      HttpServletRequest request) {
    SignedIn who = signedIn.getPrincipal();
    return done(
        token, who, request, "access.account.session-ended", () -> own.endSession(who, session));
  }

  @PostMapping("/account/sessions/end-all")
  String endAll(SignedInAuthentication signedIn, HttpServletRequest request) {
    users.endSessions(signedIn.getPrincipal(), signedIn.getPrincipal().user());
    request.getSession().invalidate();
    return "redirect:/sign-in";
  }

  private String done(
      UUID token, SignedIn who, HttpServletRequest request, String key, Runnable work) {
    return once.run(
        token,
        who,
        () -> {
          work.run();
          Language language = LanguageChoice.of(request, languages);
          Notices.leave(request, "good", languages.texts(language).text(key));
          return "/account";
        });
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
