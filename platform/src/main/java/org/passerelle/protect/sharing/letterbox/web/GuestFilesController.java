package org.passerelle.protect.sharing.letterbox.web;

import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.passerelle.access.OpenToAll;
import org.passerelle.gate.Guests;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.protect.sharing.enclosure.StoredEnclosures;
import org.passerelle.protect.sharing.letterbox.DepositedFiles;
import org.passerelle.protect.sharing.letterbox.Guest;
import org.passerelle.protect.sharing.letterbox.Visits;
import org.passerelle.refusal.NotFound;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Downloads of enclosures for a guest. */
@Controller
@OpenToAll
class GuestFilesController {
  private final Visits visits;
  private final DepositedFiles files;

  GuestFilesController(Visits visits, DepositedFiles files) {
    this.visits = visits;
    this.files = files;
  }

  @GetMapping("/letterbox/files/{file}")
  ResponseEntity<byte[]> file(@PathVariable UUID file, Act act) {
    HttpSession session = act.request().getSession(false);
    if (session == null || !(session.getAttribute(Guests.KEY) instanceof Guest guest)) {
      throw new NotFound();
    }
    StoredEnclosures.Opened opened = files.open(visits.of(guest).orElseThrow(NotFound::new), file);
    session.setAttribute(Guests.KEY, visits.seen(guest));
    return FileAnswer.saved(opened.name(), MediaType.APPLICATION_OCTET_STREAM)
        .body(opened.content());
  }
}
