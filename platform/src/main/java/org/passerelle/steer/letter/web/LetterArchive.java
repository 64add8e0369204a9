package org.passerelle.steer.letter.web;

import java.nio.charset.StandardCharsets;
import org.passerelle.PublicProcess;
import org.passerelle.access.OpenToAll;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.refusal.NotFound;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.steer.letter.DemoLetter;
import org.passerelle.steer.letter.Letters;
import org.passerelle.steer.letter.Releases;
import org.passerelle.steer.letter.Typesetter;
import org.passerelle.steer.letter.mailing.SubscriptionOffer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The public archive of releases. */
@Controller
@OpenToAll
@PublicProcess
class LetterArchive {

  /**
   * An edition embeds its pictures; apart from that its policy is as strict as that of other pages.
   */
  static final String PICTURES_WITHIN =
      "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; "
          + "img-src 'self' data:; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
          + "base-uri 'none'; frame-ancestors 'none'";

  private final Releases releases;
  private final Register register;
  private final ObjectProvider<DemoLetter> demo;
  private final SubscriptionOffer subscription;

  LetterArchive(
      Releases releases,
      Register register,
      ObjectProvider<DemoLetter> demo,
      SubscriptionOffer subscription) {
    this.releases = releases;
    this.register = register;
    this.demo = demo;
    this.subscription = subscription;
  }

  @GetMapping("/letters")
  String archive(Act act) {
    demo.ifAvailable(DemoLetter::release);
    Facts facts = register.facts();
    return act.with("earlier", ArchivePage.earlier(facts, releases, act.page()))
        .with("offered", subscription.offered())
        .show(
            "steer/letter/archive",
            releases.current().stream()
                .map(r -> ArchivePage.issue(r, facts, releases, act.page()))
                .toList());
  }

  @GetMapping("/letters/{number}")
  String issue(@PathVariable int number, Act act) {
    return "redirect:/letters/" + number + "/" + act.language().tag();
  }

  @GetMapping("/letters/{number}/{language}")
  String edition(@PathVariable int number, @PathVariable String language, Act act) {
    Releases.Edited edition = find(number, language, Letters.Form.HTML);
    String article = Typesetter.articleOf(new String(edition.content(), StandardCharsets.UTF_8));
    ArchivePage.Shown shown = ArchivePage.edition(edition, article);
    if (shown.hasPictures()) {
      act.policy(PICTURES_WITHIN);
    }
    return act.show("steer/letter/show", shown);
  }

  @GetMapping("/letters/{number}/{language}.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable int number, @PathVariable String language) {
    Releases.Edited edition = find(number, language, Letters.Form.PDF);
    return FileAnswer.shown(name(number, language, "pdf"), MediaType.APPLICATION_PDF)
        .eTag(edition.of().digest())
        .body(edition.content());
  }

  /**
   * A self-contained page has its style embedded: it is offered for download, not displayed within
   * the site.
   */
  @GetMapping("/letters/{number}/{language}.html")
  ResponseEntity<byte[]> page(@PathVariable int number, @PathVariable String language) {
    Releases.Edited edition = find(number, language, Letters.Form.HTML);
    return FileAnswer.saved(name(number, language, "html"), MediaType.TEXT_HTML)
        .eTag(edition.of().digest())
        .body(edition.content());
  }

  private static String name(int number, String language, String ending) {
    return "letter-%d-%s.%s".formatted(number, language, ending);
  }

  private Releases.Edited find(int number, String language, Letters.Form form) {
    demo.ifAvailable(DemoLetter::release);
    return releases.edition(number, language, form).orElseThrow(NotFound::new);
  }
}
