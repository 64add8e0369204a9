package org.passerelle.network.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A field of a table, and the column names by which it is recognised. */
enum Field {
  ID("id ид"),
  SOURCE(
      "source sourceid sourcenode from fromid fromnode src sender caller ego actor1 actora person1"
          + " persona node1 nodea id1 origine appelant émetteur izvor pozivalac извор позивалац"),
  TARGET(
      "target targetid targetnode to toid tonode dst receiver called callee alter actor2 actorb"
          + " person2 personb node2 nodeb id2 destination cible appelé destinataire cilj pozvani"
          + " циљ позвани"),
  WEIGHT("weight w value count strength poids težina тежина"),
  KIND("kind type relation nature vrsta врста"),
  DIRECTED("directed"),
  BEGINS("begins start startdate date datum датум"),
  ENDS("ends end enddate"),
  PROVENANCE("provenance document report"),
  GRADING("grading grade"),
  EVIDENCE("evidence inevidence"),
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

  /** The notation in a mapping. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Field> byCode(String code) {
    return Arrays.stream(values()).filter(f -> f.code().equals(code)).findFirst();
  }

  /** The field recognised by a column name. */
  static Optional<Field> byColumn(String column, Set<Field> among) {
    String plain = column.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    return Arrays.stream(values())
        .filter(among::contains)
        .filter(f -> List.of(f.names.split(" ")).contains(plain))
        .findFirst();
  }
}
