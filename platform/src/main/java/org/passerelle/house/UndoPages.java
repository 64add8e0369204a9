package org.passerelle.house;

import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.pages.Act;
import org.passerelle.undo.Undo;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Handles the button that undoes the last action. */
@Controller
@Allowed
class UndoPages {
  private final Undo undo;

  UndoPages(Undo undo) {
    this.undo = undo;
  }

  @PostMapping("/undo/{offer}")
  String undo(@PathVariable UUID offer, Act act) {
    return act.once(
        () -> {
          String next = undo.takeBack(offer, act.who());
          act.notice("good", "form.undo.done");
          return next;
        });
  }
}
