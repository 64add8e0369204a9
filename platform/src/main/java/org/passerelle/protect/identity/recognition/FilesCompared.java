package org.passerelle.protect.identity.recognition;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.linkage.files.Judgement;
import org.passerelle.protect.person.ComparedPerson;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.Persons;
import org.passerelle.protect.person.SealedPersons;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens two files that may be of one person, for comparison. */
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
   * Both files side by side with their agreements; decrypts two identities and contacts, each of
   * which is logged.
   *
   * @throws org.passerelle.refusal.NotFound if the reader does not see both
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
   * @param one identity of the first, decrypted and logged
   * @param other identity of the second, decrypted and logged
   * @param reached contact details of the first, decrypted and logged
   * @param otherReached contact details of the second, decrypted and logged
   * @param left compared data of the first
   * @param right compared data of the second
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
