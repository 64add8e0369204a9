package org.passerelle.steer.letter.web;

import java.util.List;
import java.util.Optional;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Mentions;
import org.passerelle.register.Register;
import org.passerelle.steer.letter.Cited;
import org.springframework.stereotype.Component;

/**
 * Texts of letters that cite an entry, on its page. A cited entry stays in the register: without it
 * readers would see the reference instead of the fact.
 */
@Component
class CitingTexts implements Mentions {
  private final Register register;

  CitingTexts(Register register) {
    this.register = register;
  }

  @Override
  public List<Mention> of(Entry entry, SignedIn who, Page page) {
    return citing(entry, register.facts()).stream()
        .map(
            block ->
                new Mention(
                    page.text("letters.cited-in"), block.name().in(page.language()), block.href()))
        .toList();
  }

  @Override
  public Optional<String> keeps(Entry entry, Facts facts) {
    return citing(entry, facts).isEmpty() ? Optional.empty() : Optional.of("letters.refused.cited");
  }

  private static List<Entry> citing(Entry entry, Facts facts) {
    return facts.all("letter-block").stream()
        .filter(block -> Cited.in(block).contains(entry.reference()))
        .toList();
  }
}
