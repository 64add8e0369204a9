package org.passerelle.house.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.passerelle.access.OpenToAll;
import org.passerelle.accounts.Users;
import org.passerelle.accounts.signin.Enrolment;
import org.passerelle.accounts.signin.Passkeys;
import org.passerelle.accounts.signin.PendingSignIn;
import org.passerelle.accounts.signin.Totp;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Enrolment of the second factor, required before any other page opens. */
@Controller
@OpenToAll
public class EnrolmentPages {
  private static final String SECRET = "passerelle.new-totp";
  private final Enrolment enrolment;
  private final Entrance entrance;
  private final Totp totp;
  private final Users users;
  private final Passkeys passkeys;

  EnrolmentPages(
      Enrolment enrolment, Entrance entrance, Totp totp, Users users, Passkeys passkeys) {
    this.enrolment = enrolment;
    this.entrance = entrance;
    this.totp = totp;
    this.users = users;
    this.passkeys = passkeys;
  }

  /**
   * Content of the page.
   *
   * @param problem key of the error message, or empty
   * @param passkeys whether passkeys work under the address in use
   */
  public record View(TotpCard card, String problem, boolean passkeys) {}

  @GetMapping("/sign-in/enrol")
  String ask(HttpServletRequest request, Model model) {
    Optional<PendingSignIn> pending = entrance.pending(request).filter(enrolment::isDue);
    if (pending.isEmpty()) {
      return "redirect:/sign-in";
    }
    model.addAttribute("view", view(request, pending.get(), ""));
    return "house/accounts/enrol";
  }

  @PostMapping("/sign-in/enrol")
  String code(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Optional<PendingSignIn> pending = entrance.pending(request).filter(enrolment::isDue);
    if (pending.isEmpty()) {
      return "redirect:/sign-in";
    }
    Optional<Enrolment.Enrolled> enrolled =
        code.length() > 20
            ? Optional.empty()
            : enrolment.withTotp(pending.get(), secret(request), code);
    if (enrolled.isPresent()) {
      return "redirect:"
          + entrance.comeIn(enrolled.get().right(), enrolled.get().codes(), request, response);
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("view", view(request, pending.get(), "access.enrol.wrong"));
    return "house/accounts/enrol";
  }

  private View view(HttpServletRequest request, PendingSignIn pending, String problem) {
    String login =
        Optional.ofNullable(pending.user()).flatMap(users::find).map(u -> u.login()).orElse("");
    return new View(
        TotpCard.of(secret(request), login), problem, passkeys.workUnder(request.getServerName()));
  }

  /** The secret on offer; it is stored only after its code was entered. */
  private byte[] secret(HttpServletRequest request) {
    if (request.getSession().getAttribute(SECRET) instanceof byte[] offered) {
      return offered;
    }
    byte[] made = totp.newSecret();
    request.getSession().setAttribute(SECRET, made);
    return made;
  }
}
