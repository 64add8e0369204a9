package org.passerelle.steer.letter.web;

import jakarta.servlet.http.HttpServletRequest;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Filled;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.passerelle.pages.Refused;
import org.passerelle.register.Entry;
import org.passerelle.register.Register;
import org.passerelle.steer.letter.Composer;
import org.passerelle.steer.letter.Releases;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Releases an issue, and withdraws a release. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
@RequestMapping("/steer/letters/{number}")
class LetterReleases {
  private final Register register;
  private final Releases releases;
  private final OnceOnly once;

  LetterReleases(Register register, Releases releases, OnceOnly once) {
    this.register = register;
    this.releases = releases;
    this.once = once;
  }

  @PostMapping("/release")
  String release(
      @PathVariable int number,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("page") Page page,
      HttpServletRequest request) {
    Filled form = Filled.of(sent);
    String reason = form.text("reason", 500);
    return once.run(
        form.once(),
        who,
        () -> {
          Entry letter = letter(number);
          if (reason.isEmpty() && !releases.of(letter.id()).isEmpty()) {
            throw new Refused("letters.refused.reason");
          }
          Releases.Release made = releases.release(letter, reason, who);
          Notices.leave(request, "good", page.text("letters.released", made.version()));
          return LetterChanges.at(number);
        });
  }

  @PostMapping("/withdraw")
  String withdraw(
      @PathVariable int number,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("page") Page page,
      HttpServletRequest request) {
    Filled form = Filled.of(sent);
    String reason = form.text("reason", 500);
    int version = form.number("version", 1, 999_999).orElse(0);
    return once.run(
        form.once(),
        who,
        () -> {
          if (reason.isEmpty()) {
            throw new Refused("letters.refused.reason");
          }
          releases.withdraw(letter(number), version, reason, who);
          Notices.leave(request, "good", page.text("letters.withdrawn.done", version));
          return LetterChanges.at(number);
        });
  }

  private Entry letter(int number) {
    return Composer.issue(register.facts(), number).orElseThrow(NotFound::new);
  }
}
