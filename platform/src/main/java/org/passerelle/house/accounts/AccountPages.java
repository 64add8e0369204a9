package org.passerelle.house.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.SignedInAuthentication;
import org.passerelle.access.User;
import org.passerelle.accounts.ProvenOwner;
import org.passerelle.accounts.Users;
import org.passerelle.accounts.signin.OwnAccount;
import org.passerelle.accounts.signin.OwnFactors;
import org.passerelle.accounts.signin.Sessions;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.pages.Act;
import org.passerelle.pages.LanguageChoice;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The user's own account: methods of sign-in, language, sessions. */
@Controller
@Allowed
public class AccountPages {
  private final OwnAccount own;
  private final OwnFactors factors;
  private final Users users;
  private final Sessions sessions;
  private final Languages languages;
  private final Choices choices;
  private final ProvenOwner owner;

  AccountPages(
      OwnAccount own,
      OwnFactors factors,
      Users users,
      Sessions sessions,
      Languages languages,
      Choices choices,
      ProvenOwner owner) {
    this.own = own;
    this.factors = factors;
    this.users = users;
    this.sessions = sessions;
    this.languages = languages;
    this.choices = choices;
    this.owner = owner;
  }

  /**
   * Content of the account page.
   *
   * @param current which of the sessions is the present one
   * @param passkeysWork whether passkeys work under the address in use
   * @param gaveFactor whether the second factor was confirmed just now, so that the forms that need
   *     it are shown
   */
  public record View(
      User user,
      List<String> roles,
      List<Choice> languages,
      OwnFactors.Held factors,
      boolean passkeysWork,
      List<Sessions.Entry> sessions,
      UUID current,
      boolean gaveFactor) {
    public View {
      roles = List.copyOf(roles);
      languages = List.copyOf(languages);
      sessions = List.copyOf(sessions);
    }
  }

  @GetMapping("/account")
  String show(SignedInAuthentication signedIn, HttpServletRequest request, Model model) {
    UUID id = signedIn.getPrincipal().user();
    User user = users.find(id).orElseThrow(NotFound::new);
    Language language = LanguageChoice.of(request, languages);
    model.addAttribute(
        "view",
        new View(
            user,
            choices.roles(user.roles(), language).stream()
                .filter(Choice::chosen)
                .map(Choice::word)
                .toList(),
            choices.languages(language),
            factors.of(id),
            factors.passkeysWorkUnder(request.getServerName()),
            sessions.of(id),
            signedIn.session(),
            owner.gaveFactor(signedIn.getPrincipal(), request)));
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

  @PostMapping("/account/sessions/{session}/end")
  String endSession(@PathVariable UUID session, Act act) {
    return act.once(
        () -> {
          own.endSession(act.who(), session);
          act.notice("good", "access.account.session-ended");
          return "/account";
        });
  }

  @PostMapping("/account/sessions/end-all")
  String endAll(SignedInAuthentication signedIn, HttpServletRequest request) {
    users.endSessions(signedIn.getPrincipal(), signedIn.getPrincipal().user());
    request.getSession().invalidate();
    return "redirect:/sign-in";
  }
}
