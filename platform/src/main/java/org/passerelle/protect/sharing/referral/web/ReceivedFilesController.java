package org.passerelle.protect.sharing.referral.web;

import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.protect.sharing.enclosure.StoredEnclosures;
import org.passerelle.protect.sharing.referral.received.ReceivedFiles;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Downloads of enclosures of received referrals. */
@Controller
@Allowed({
  Role.CASE_MANAGER,
  Role.SUPERVISOR,
  Role.PLACEMENT_OFFICER,
  Role.FOCAL_POINT,
  Role.FIRST_RESPONDER,
  Role.PROSECUTOR
})
class ReceivedFilesController {
  private final ReceivedFiles files;

  ReceivedFilesController(ReceivedFiles files) {
    this.files = files;
  }

  @GetMapping("/protect/received/{id}/files/{file}")
  ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID file, Act act) {
    StoredEnclosures.Opened opened = files.open(id, file, act.who());
    return FileAnswer.saved(opened.name(), MediaType.APPLICATION_OCTET_STREAM)
        .body(opened.content());
  }
}
