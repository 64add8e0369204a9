package org.passerelle.steer.letter.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.passerelle.access.OpenToAll;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Page;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.steer.letter.DemoLetter;
import org.passerelle.steer.letter.Letters;
import org.passerelle.steer.letter.Releases;
import org.passerelle.steer.letter.Typesetter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The public archive: what was released, as it was released. */
@Controller
@OpenToAll
class LetterArchive {

  /**
   * An edition carries its pictures within itself; nothing else is let in that other pages refuse.
   */
  static final String PICTURES_WITHIN =
      "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; "
          + "img-src 'self' data:; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
          + "base-uri 'none'; frame-ancestors 'none'";

  private final Releases releases;
  private final Register register;
  private final DemoLetter demo;

  LetterArchive(Releases releases, Register register, DemoLetter demo) {
    this.releases = releases;
    this.register = register;
    this.demo = demo;
  }

  @GetMapping("/letters")
  String archive(@ModelAttribute("page") Page page, Model model) {
    demo.release();
    Facts facts = register.facts();
    List<ArchivePage.Issue> issues =
        releases.current().stream().map(r -> ArchivePage.issue(r, facts, releases, page)).toList();
    model.addAttribute("issues", issues);
    return "steer/letter/archive";
  }

  @GetMapping("/letters/{number}")
  String issue(@PathVariable int number, @ModelAttribute("page") Page page) {
    return "redirect:/letters/" + number + "/" + page.language().tag();
  }

  @GetMapping("/letters/{number}/{language}")
  String edition(
      @PathVariable int number,
      @PathVariable String language,
      HttpServletResponse response,
      Model model) {
    Releases.Edited edition = find(number, language, Letters.Form.HTML);
    String article = Typesetter.articleOf(new String(edition.content(), StandardCharsets.UTF_8));
    ArchivePage.Shown shown = ArchivePage.edition(edition, article);
    if (shown.hasPictures()) {
      response.setHeader("Content-Security-Policy", PICTURES_WITHIN);
    }
    model.addAttribute("view", shown);
    return "steer/letter/show";
  }

  @GetMapping("/letters/{number}/{language}.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable int number, @PathVariable String language) {
    return file(number, language, Letters.Form.PDF, MediaType.APPLICATION_PDF);
  }

  @GetMapping("/letters/{number}/{language}.html")
  ResponseEntity<byte[]> page(@PathVariable int number, @PathVariable String language) {
    return file(number, language, Letters.Form.HTML, MediaType.TEXT_HTML);
  }

  private ResponseEntity<byte[]> file(
      int number, String language, Letters.Form form, MediaType type) {
    Releases.Edited edition = find(number, language, form);
    String name =
        "letter-%d-%s.%s".formatted(number, language, form == Letters.Form.PDF ? "pdf" : "html");
    // a page that is whole by itself has its style within: it is saved, not shown within the house
    ContentDisposition disposition =
        (form == Letters.Form.PDF ? ContentDisposition.inline() : ContentDisposition.attachment())
            .filename(name)
            .build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .eTag(edition.of().digest())
        .contentType(type)
        .body(edition.content());
  }

  private Releases.Edited find(int number, String language, Letters.Form form) {
    demo.release();
    return releases.edition(number, language, form).orElseThrow(NotFound::new);
  }
}
