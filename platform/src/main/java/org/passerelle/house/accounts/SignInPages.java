package org.passerelle.house.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.OpenToAll;
import org.passerelle.access.SignedInAuthentication;
import org.passerelle.accounts.signin.Outcome;
import org.passerelle.accounts.signin.Passkeys;
import org.passerelle.accounts.signin.PendingSignIn;
import org.passerelle.accounts.signin.SessionDoor;
import org.passerelle.accounts.signin.SignIn;
import org.passerelle.house.security.SsoSettings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out. */
@Controller
@OpenToAll
public class SignInPages {
  private final SignIn signIn;
  private final SessionDoor door;
  private final Entrance entrance;
  private final Passkeys passkeys;
  private final SsoSettings sso;

  SignInPages(
      SignIn signIn, SessionDoor door, Entrance entrance, Passkeys passkeys, SsoSettings sso) {
    this.signIn = signIn;
    this.door = door;
    this.entrance = entrance;
    this.passkeys = passkeys;
    this.sso = sso;
  }

  /**
   * Content of the first step.
   *
   * @param login as entered
   * @param problem key of the error message, or empty
   */
  public record FirstStep(String login, String problem) {}

  /**
   * Content of the second step.
   *
   * @param problem key of the error message, or empty
   * @param passkeys whether passkeys work under the address in use
   */
  public record SecondStep(String problem, boolean passkeys) {}

  @GetMapping("/sign-in")
  String ask(HttpServletRequest request, Model model, @Nullable SignedInAuthentication signedIn) {
    if (signedIn != null) {
      return "redirect:/";
    }
    model.addAttribute("view", new FirstStep("", ""));
    model.addAttribute("wanted", entrance.isWanted(request));
    offer(model);
    return "house/accounts/sign-in";
  }

  @PostMapping("/sign-in")
  String password(
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Outcome outcome = signIn.password(login, password, entrance.from(request));
    if (outcome instanceof Outcome.Wrong) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      String shown = login.length() > 254 ? "" : login;
      model.addAttribute("view", new FirstStep(shown, "access.sign-in.wrong"));
      model.addAttribute("wanted", false);
      offer(model);
      return "house/accounts/sign-in";
    }
    return entrance.onwards(outcome, request, response);
  }

  private void offer(Model model) {
    model.addAttribute("offered", sso.offered());
    model.addAttribute("sso", sso.name());
  }

  @GetMapping("/sign-in/second-factor")
  String askFactor(HttpServletRequest request, Model model) {
    if (entrance.pending(request).isEmpty()) {
      return "redirect:/sign-in";
    }
    model.addAttribute("view", new SecondStep("", passkeys.workUnder(request.getServerName())));
    return "house/accounts/second-factor";
  }

  @PostMapping("/sign-in/second-factor")
  String factor(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Optional<PendingSignIn> pending = entrance.pending(request);
    if (pending.isEmpty()) {
      return "redirect:/sign-in";
    }
    String typed = code.length() > 40 ? "" : code;
    Outcome outcome = signIn.code(pending.get(), typed, entrance.from(request));
    if (!(outcome instanceof Outcome.Again again)) {
      return entrance.onwards(outcome, request, response);
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    if (!entrance.again(again.pending(), request)) {
      model.addAttribute("view", new FirstStep("", "access.sign-in.start-again"));
      model.addAttribute("wanted", false);
      offer(model);
      return "house/accounts/sign-in";
    }
    model.addAttribute(
        "view",
        new SecondStep("access.second-factor.wrong", passkeys.workUnder(request.getServerName())));
    return "house/accounts/second-factor";
  }

  @PostMapping("/sign-out")
  @Allowed
  String out(SignedInAuthentication signedIn, HttpServletRequest request) {
    door.out(signedIn.getPrincipal(), signedIn.session());
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    return "redirect:/sign-in";
  }
}
