package org.passerelle.steer.letter.web;

import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.register.Entry;
import org.passerelle.register.Register;
import org.passerelle.steer.letter.Composer;
import org.passerelle.steer.letter.LetterApproval;
import org.passerelle.steer.letter.Releases;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Asks a second person to release an issue, and withdraws a release. */
@Controller
@Allowed(Role.PROGRAMME_MANAGER)
@RequestMapping("/steer/letters/{number}")
class LetterReleases {
  private final Register register;
  private final Releases releases;
  private final LetterApproval approval;
  private final LetterEditor editor;

  LetterReleases(
      Register register, Releases releases, LetterApproval approval, LetterEditor editor) {
    this.register = register;
    this.releases = releases;
    this.approval = approval;
    this.editor = editor;
  }

  @PostMapping("/release")
  String release(@PathVariable int number, Act act) {
    String reason = act.form().text("reason", 500);
    return act.submit(
        () -> editor.show(number, act),
        () -> {
          Entry letter = letter(number);
          if (reason.isEmpty() && !releases.of(letter.id()).isEmpty()) {
            throw new Refused("letters.refused.reason").at("release-reason");
          }
          approval.ask(letter, reason, act.form().shown("seen"), act.who());
          act.notice("good", "letters.release.asked");
          return LetterChanges.at(number);
        });
  }

  @PostMapping("/withdraw")
  String withdraw(@PathVariable int number, Act act) {
    String reason = act.form().text("reason", 500);
    int version = act.form().number("version", 1, 999_999).orElse(0);
    return act.submit(
        () -> editor.show(number, act),
        () -> {
          if (reason.isEmpty()) {
            throw new Refused("letters.refused.reason").at("withdraw-" + version);
          }
          releases.withdraw(letter(number), version, reason, act.who());
          act.notice("good", "letters.withdrawn.done", version);
          return LetterChanges.at(number);
        });
  }

  private Entry letter(int number) {
    return Composer.issue(register.facts(), number).orElseThrow(NotFound::new);
  }
}
