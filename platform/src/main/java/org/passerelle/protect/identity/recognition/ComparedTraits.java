package org.passerelle.protect.identity.recognition;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.PartialDate;
import org.passerelle.linkage.files.FileTraits;
import org.passerelle.protect.person.ComparedPerson;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.PersonFacts;

/** What the linkage engine compares of a person's file. */
final class ComparedTraits {
  private ComparedTraits() {}

  static FileTraits of(ComparedPerson person) {
    Identity identity = person.identity();
    return new FileTraits(
        identity.names().stream().map(Identity.Name::text).toList(),
        birth(identity),
        "not_stated".equals(person.gender()) ? null : person.gender(),
        Set.copyOf(person.nationalities()),
        PersonFacts.phones(person.contact()),
        PersonFacts.papers(identity),
        PersonFacts.places(identity));
  }

  /** A date that is open at one end says nothing. */
  private static FileTraits.@Nullable Birth birth(Identity identity) {
    PartialDate born = PersonFacts.birth(identity);
    return born == null || born.earliest() == null || born.latest() == null
        ? null
        : new FileTraits.Birth(born.earliest(), born.latest(), born.isDay());
  }
}
