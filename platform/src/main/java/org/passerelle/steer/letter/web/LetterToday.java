package org.passerelle.steer.letter.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.steer.letter.Composer;
import org.passerelle.steer.letter.Releases;
import org.springframework.stereotype.Component;

/** Reminds the programme manager of issues that are begun and not released. */
@Component
class LetterToday implements Today {
  private final Register register;
  private final Releases releases;

  LetterToday(Register register, Releases releases) {
    this.register = register;
    this.releases = releases;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    if (!who.is(Role.PROGRAMME_MANAGER)) {
      return List.of();
    }
    Facts facts = register.facts();
    // an issue that was released is changed now and then, and released again
    Set<String> released =
        releases.current().stream().map(Releases.Release::letter).collect(Collectors.toSet());
    return facts.all("letter").stream()
        .filter(
            letter -> !letter.text("state").equals("released") && !released.contains(letter.id()))
        .filter(letter -> !Composer.blocks(facts, letter).isEmpty())
        .map(letter -> item(letter, page))
        .toList();
  }

  private Item item(Entry letter, Page page) {
    String number = letter.text("number");
    String month = letter.date("date").map(page.moments()::partial).orElse("");
    return Item.open(
        page.text("letters.today", page.text("letters.issue", number, month)),
        page.text("letters.obstacles", releases.obstacles(letter).size()),
        "/steer/letters/" + number,
        page.text("letters.today.open"),
        page);
  }
}
