package org.passerelle.house.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.passerelle.access.OpenToAll;
import org.passerelle.access.User;
import org.passerelle.accounts.signin.Outcome;
import org.passerelle.accounts.signin.Setup;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.pages.LanguageChoice;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a set-up link opens: the first administrator's page, or the choice of a password. */
@Controller
@OpenToAll
public class SetupPages {
  private final Setup setup;
  private final Entrance entrance;
  private final Languages languages;
  private final Choices choices;

  SetupPages(Setup setup, Entrance entrance, Languages languages, Choices choices) {
    this.setup = setup;
    this.entrance = entrance;
    this.languages = languages;
    this.choices = choices;
  }

  /**
   * The choice of a password.
   *
   * @param token of the link
   * @param problem key of the error message, or empty
   */
  public record PasswordView(String token, String login, String problem) {}

  /**
   * The page of the first administrator.
   *
   * @param token of the link
   * @param typed values that were entered before an error
   * @param problem key of the error message, or empty
   * @param ofPassword whether the error concerns the password
   */
  public record FirstView(
      String token, FirstForm typed, OrganisationForm form, String problem, boolean ofPassword) {}

  /** What the first administrator enters about themselves. */
  public record FirstForm(String login, String name) {
    static final FirstForm EMPTY = new FirstForm("", "");
  }

  @GetMapping("/setup/{token}")
  String open(@PathVariable String token, HttpServletRequest request, Model model) {
    return show(token, request, model, FirstForm.EMPTY, OrganisationFields.EMPTY, "");
  }

  @PostMapping("/setup/{token}")
  String choose(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String passwordAgain,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return take(
        token,
        () -> {
          refuseDifferent(password, passwordAgain);
          return setup.choosePassword(token, password);
        },
        FirstForm.EMPTY,
        OrganisationFields.EMPTY,
        request,
        response,
        model);
  }

  @PostMapping("/setup/{token}/first")
  String first(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String passwordAgain,
      @ModelAttribute OrganisationFields fields,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Language language = LanguageChoice.of(request, languages);
    return take(
        token,
        () -> {
          refuseDifferent(password, passwordAgain);
          return setup.firstRun(
              token, new Setup.FirstRun(fields.draft(), login, name, language.tag()), password);
        },
        new FirstForm(login, name),
        fields,
        request,
        response,
        model);
  }

  private String take(
      String token,
      Supplier<Outcome> work,
      FirstForm typed,
      OrganisationFields fields,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      return entrance.onwards(work.get(), request, response);
    } catch (Refused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      String text =
          languages
              .texts(LanguageChoice.of(request, languages))
              .text(refused.key(), refused.arguments());
      model.addAttribute("ofPassword", refused.key().startsWith("access.password."));
      return show(token, request, model, typed, fields, text);
    }
  }

  private String show(
      String token,
      HttpServletRequest request,
      Model model,
      FirstForm typed,
      OrganisationFields fields,
      String problem) {
    User user = setup.invitation(token).orElseThrow(NotFound::new).user();
    if (user != null) {
      model.addAttribute("view", new PasswordView(token, user.login(), problem));
      return "house/accounts/choose-password";
    }
    Language language = LanguageChoice.of(request, languages);
    model.addAttribute(
        "view",
        new FirstView(
            token,
            typed,
            choices.organisation(fields, language),
            problem,
            Boolean.TRUE.equals(model.getAttribute("ofPassword"))));
    return "house/accounts/first-run";
  }

  private static void refuseDifferent(String password, String passwordAgain) {
    if (!password.equals(passwordAgain)) {
      throw new Refused("access.password.different");
    }
  }
}
