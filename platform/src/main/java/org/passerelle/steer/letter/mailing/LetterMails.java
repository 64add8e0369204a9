package org.passerelle.steer.letter.mailing;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.PlatformSettings;
import org.passerelle.language.FileTexts;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Texts;
import org.passerelle.mail.Circular;
import org.passerelle.register.Register;
import org.passerelle.steer.letter.Letters;
import org.passerelle.steer.letter.MailForm;
import org.passerelle.steer.letter.Releases;
import org.passerelle.steer.letter.mailing.SubscriberLinks.Purpose;
import org.springframework.stereotype.Component;

/** Writes the mails: the link to confirm, and a released issue as it was released. */
@Component
class LetterMails {
  private final SubscriberLinks links;
  private final Releases releases;
  private final Register register;
  private final Languages languages;
  private final PlatformSettings settings;

  LetterMails(
      SubscriberLinks links,
      Releases releases,
      Register register,
      Languages languages,
      PlatformSettings settings) {
    this.links = links;
    this.releases = releases;
    this.register = register;
    this.languages = languages;
    this.settings = settings;
  }

  /** The mail with the link to confirm. */
  Circular confirmation(Subscriber to, UUID id) {
    Language language = new Language(to.language());
    Texts texts = languages.texts(language);
    String link = address() + "/letters/confirm/" + links.token(Purpose.CONFIRM, to.id());
    String said = texts.text("subscription.mail.confirm", link);
    return new Circular(
        id,
        to.address(),
        series(language),
        to.language(),
        texts.text("subscription.mail.subject"),
        said,
        MailForm.note(language, texts.text("subscription.mail.subject"), said),
        "");
  }

  /** A released issue in one language, before it is written to somebody. */
  record Issue(String sender, String title, String html, String plain) {}

  /** An issue as it was released; empty if that version was withdrawn or has no mail. */
  Optional<Issue> issue(String letter, int version, String language) {
    return releases.of(letter).stream()
        .filter(r -> r.version() == version && r.withdrawn().isEmpty())
        .findFirst()
        .flatMap(
            release ->
                releases
                    .edition(release, language, Letters.Form.MAIL)
                    .flatMap(
                        html ->
                            releases
                                .edition(release, language, Letters.Form.PLAIN)
                                .map(plain -> issue(language, html, plain))));
  }

  private Issue issue(String language, Releases.Edited html, Releases.Edited plain) {
    return new Issue(series(new Language(language)), html.of().title(), text(html), text(plain));
  }

  private String text(Releases.Edited file) {
    return new String(file.content(), StandardCharsets.UTF_8).replace(Letters.ADDRESS, address());
  }

  /** The issue as a mail to a subscriber. */
  Circular to(Subscriber to, Issue issue, UUID id) {
    String leave = address() + "/letters/leave/" + links.token(Purpose.LEAVE, to.id());
    return new Circular(
        id,
        to.address(),
        issue.sender(),
        to.language(),
        issue.title(),
        issue.plain().replace(Letters.LEAVE, leave),
        issue.html().replace(Letters.LEAVE, leave),
        leave);
  }

  private String series(Language language) {
    return register.facts().all("series").stream()
        .findFirst()
        .map(series -> series.name().in(language))
        .orElseGet(() -> FileTexts.of(language, "letter").text("letter.mail.sender"));
  }

  /** Without a slash at its end. */
  private String address() {
    String address = settings.address();
    return address == null ? "" : address.replaceFirst("/+$", "");
  }
}
