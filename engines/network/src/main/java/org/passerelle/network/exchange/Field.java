package org.passerelle.network.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a column tells, and the names by which a column is known to tell it. */
enum Field {
  ID("id ид"),
  SOURCE("source from src sender caller ego actor1 person1 node1 id1 origine izvor извор"),
  TARGET(
      "target to dst receiver called callee alter actor2 person2 node2 id2 destination cible cilj"
          + " циљ"),
  WEIGHT("weight w value count strength poids težina тежина"),
  KIND("kind type relation nature vrsta врста"),
  DIRECTED("directed"),
  BEGINS("begins start startdate start_date date datum датум"),
  ENDS("ends end enddate end_date"),
  PROVENANCE("provenance document report"),
  GRADING("grading grade"),
  EVIDENCE("evidence inevidence in_evidence"),
  LABEL("label name nom ime име"),
  VICTIM("victim victime žrtva жртва");

  static final Set<Field> OF_TIES =
      Set.of(
          ID, SOURCE, TARGET, WEIGHT, KIND, DIRECTED, BEGINS, ENDS, PROVENANCE, GRADING, EVIDENCE);
  static final Set<Field> OF_ACTORS = Set.of(ID, KIND, LABEL, VICTIM);

  private final String names;

  Field(String names) {
    this.names = names;
  }

  /** How a mapping writes it. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Field> byCode(String code) {
    return Arrays.stream(values()).filter(f -> f.code().equals(code)).findFirst();
  }

  /** What a column of this name tells. */
  static Optional<Field> byColumn(String column, Set<Field> among) {
    String plain = column.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(among::contains)
        .filter(f -> List.of(f.names.split(" ")).contains(plain))
        .findFirst();
  }
}
