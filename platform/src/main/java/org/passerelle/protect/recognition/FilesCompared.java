package org.passerelle.protect.recognition;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.person.ComparedPerson;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.Persons;
import org.passerelle.protect.person.SealedPersons;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens two files that may be of one person, for a reader to compare. */
@Service
public class FilesCompared {
  private final PossibleDuplicates pairs;
  private final Recognition recognition;
  private final Persons persons;
  private final SealedPersons sealedPersons;

  FilesCompared(
      PossibleDuplicates pairs,
      Recognition recognition,
      Persons persons,
      SealedPersons sealedPersons) {
    this.pairs = pairs;
    this.recognition = recognition;
    this.persons = persons;
    this.sealedPersons = sealedPersons;
  }

  /**
   * Both files side by side with what agrees; opens two identities and contacts, each logged.
   *
   * @throws org.passerelle.pages.NotFound if the reader does not see both
   */
  @Transactional
  public SideBySide compare(UUID id, SignedIn who) {
    PossibleDuplicate pair = pairs.find(id, who);
    Identity one = persons.identity(pair.one().person(), who);
    Identity other = persons.identity(pair.other().person(), who);
    Contact reached = persons.contact(pair.one().person(), who);
    Contact otherReached = persons.contact(pair.other().person(), who);
    Map<UUID, ComparedPerson> both =
        sealedPersons.compared(
            List.of(pair.one().person(), pair.other().person()), who.organisation());
    ComparedPerson left = Objects.requireNonNull(both.get(pair.one().person()));
    ComparedPerson right = Objects.requireNonNull(both.get(pair.other().person()));
    return new SideBySide(
        pair,
        one,
        other,
        reached,
        otherReached,
        left,
        right,
        recognition.judge(left, right, who.organisation()));
  }

  /**
   * Two files side by side.
   *
   * @param one identity of the first, opened and logged
   * @param other identity of the second, opened and logged
   * @param reached how the first can be reached, opened and logged
   * @param otherReached how the second can be reached, opened and logged
   * @param left what is compared of the first
   * @param right what is compared of the second
   */
  public record SideBySide(
      PossibleDuplicate pair,
      Identity one,
      Identity other,
      Contact reached,
      Contact otherReached,
      ComparedPerson left,
      ComparedPerson right,
      Judgement judgement) {}
}
