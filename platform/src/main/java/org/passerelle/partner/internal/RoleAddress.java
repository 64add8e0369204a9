package org.passerelle.partner.internal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.passerelle.register.Entry;
import org.passerelle.register.EntryCheck;
import org.passerelle.register.Facts;
import org.springframework.stereotype.Component;

/** Checks that the address of a function does not contain the name of its holder. */
@Component
class RoleAddress implements EntryCheck {
  private static final int SHORTEST = 4;

  @Override
  public String kind() {
    return "person";
  }

  @Override
  public List<Problem> check(Entry person, Facts facts) {
    String address = plain(person.text("role-address").replaceAll("@.*", ""));
    boolean personal =
        Arrays.stream(plain(person.text("name")).split("[^a-z]+", -1))
            .anyMatch(word -> word.length() >= SHORTEST && address.contains(word));
    return personal
        ? List.of(new Problem("role-address", "partner.error.personal-address", List.of()))
        : List.of();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
