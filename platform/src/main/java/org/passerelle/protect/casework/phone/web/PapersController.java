package org.passerelle.protect.casework.phone.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.SignedIn;
import org.passerelle.gate.PhoneDoor;
import org.passerelle.pages.FileAnswer;
import org.passerelle.protect.casework.phone.DocumentPhotos;
import org.passerelle.protect.casework.phone.Papers;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Endpoints for photographs of documents: uploaded in pieces, viewed as a whole. */
@PhoneHandler
@Caseworkers
class PapersController {
  private static final String PAPER = "/phone/records/{record}/papers/{paper}";
  private final Papers papers;
  private final DocumentPhotos looked;
  private final Load load;
  private final OversizedUploads tooLarge;

  PapersController(Papers papers, DocumentPhotos looked, Load load, OversizedUploads tooLarge) {
    this.papers = papers;
    this.looked = looked;
    this.load = load;
    this.tooLarge = tooLarge;
  }

  @GetMapping(PAPER)
  ResponseEntity<Map<String, Object>> standing(
      @PathVariable UUID record, @PathVariable UUID paper, @AuthenticationPrincipal SignedIn who) {
    return json(papers.standing(record, paper, who));
  }

  /**
   * Accepts a piece.
   *
   * @param number from 0
   * @param of number of pieces
   */
  @PutMapping(PAPER + "/{number}")
  ResponseEntity<Map<String, Object>> piece(
      @PathVariable UUID record,
      @PathVariable UUID paper,
      @PathVariable int number,
      @RequestParam int of,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request)
      throws IOException {
    if (request.getContentLengthLong() > PhoneDoor.PIECE) {
      tooLarge.refused(record, paper, null, who);
    }
    return json(
        load.carry(
            request,
            PhoneDoor.PIECE,
            content -> papers.bring(new Papers.Piece(record, paper, number, of), content, who)));
  }

  /** The picture, for readers of the screening. */
  @GetMapping("/protect/screenings/{screening}/papers/{paper}")
  ResponseEntity<byte[]> look(
      @PathVariable UUID screening,
      @PathVariable UUID paper,
      @AuthenticationPrincipal SignedIn who) {
    DocumentPhotos.Picture picture = looked.look(screening, paper, who);
    return FileAnswer.shown("paper", MediaType.parseMediaType(picture.type()))
        .body(picture.content());
  }

  private static ResponseEntity<Map<String, Object>> json(Papers.Standing standing) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("have", standing.have());
    answer.put("of", standing.of());
    answer.put("complete", standing.complete());
    if (standing.receipt() != null) {
      answer.put("receipt", standing.receipt());
    }
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
  }
}
