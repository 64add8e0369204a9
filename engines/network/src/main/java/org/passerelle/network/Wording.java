package org.passerelle.network;

import java.util.Locale;

/**
 * Everything that is said of files: why one cannot be read and, from {@link #KEPT_AS_IT_STANDS} on,
 * what whoever reads one should know. In English here; others say it in their languages by the
 * code.
 */
public enum Wording {
  IN_PLACE("%s: %s"),
  PERIOD_REVERSED("A period runs from %s to %s. Maybe the dates are exchanged."),
  NO_DATE("%s is no date. Maybe write it as 2019-04-30, 2019-04 or 2019."),
  NOT_ON_SCALE("%s%d is no grading on the %s scale. Maybe one of %s with 1 to %d is meant."),
  NO_GRADING("%s is no grading. Maybe a letter and a digit are meant, such as B2."),
  NAMELESS("An actor has no name. Maybe a cell is empty."),
  TIE_WITHOUT_END("The tie %s leads from \"%s\" to \"%s\". Maybe a cell is empty."),
  TIE_WEIGHT("The tie %s has the weight %s. Maybe a number is meant."),
  TWO_ACTORS("Two actors are called %s. Maybe they are one; merge them first."),
  TWO_TIES("Two ties are called %s. Maybe one row stands twice."),
  NO_SUCH_END(
      "The tie %s leads from %s to %s, and there is no actor %s. Maybe it is missing "
          + "among the actors."),
  NO_KIND("there is no kind of actor %s. Maybe one of %s is meant."),
  NEITHER_YES_NOR_NO("\"%s\" is neither yes nor no. Maybe write 1 or 0."),
  NO_ENCODING(
      "There is no encoding %s. Maybe UTF-8, windows-1250, windows-1251 or "
          + "windows-1252 is meant."),
  OTHER_ENCODING(
      "%s is not in %s. Maybe it was saved in another encoding: name it, such as "
          + "--encoding windows-1252 or windows-1250, or save it anew as UTF-8."),
  OTHER_PROGRAM(
      "%s begins with \"%s\", as files of Pajek, GML or UCINET do, which are not read. "
          + "Maybe export it as GraphML or as a list of ties."),
  LIST_IN_JSON(
      "%s is a list in JSON. Maybe write one entity of FollowTheMoney on each line, or "
          + "a table."),
  OWN_ACTORS("%s holds its own actors. Maybe leave --nodes out."),
  NO_CSV("%s cannot be read as CSV (%s). Maybe a quotation mark is missing."),
  CELL_TOO_LONG("%s: cell %d is %d characters long. Maybe a quotation mark is missing."),
  NO_COLUMN("%s has no column %s; it has %s. Maybe the mapping is for another file."),
  NO_TIE("%s holds no tie. Maybe rows such as anna,boris are missing."),
  ONLY_NAMES("%s holds no tie, only the names of columns. Maybe rows are missing."),
  NO_ENDS(
      "%s does not say which columns are the two ends of a tie; it has %s. Maybe call "
          + "them source and target, or give a mapping."),
  ONE_CELL(
      "%s: \"%s\" is one cell; a tie has two ends. Maybe the cells are parted by "
          + "something else than commas, semicolons, tabs or blanks."),
  TO_NOWHERE(
      "%s: a tie leads from \"%s\" to \"%s\", that is to nowhere. Maybe a cell is empty or "
          + "a separator is missing."),
  TIE_TWICE("%s: a second tie is called %s. Maybe a row stands twice."),
  NO_WEIGHT_IN_ROW(
      "%s: the weight is \"%s\". Maybe a number is meant, or a first line with the names "
          + "of the columns is missing."),
  NOT_AMONG_ACTORS(
      "%s: a tie leads to %s, who is not among the %d actors of %s. Maybe add a row "
          + "there, or leave --nodes out."),
  NO_ROW_OF_ACTORS("%s holds no actor. Maybe rows are missing."),
  ACTOR_TWICE("%s: a second actor is called %s. Maybe a row stands twice."),
  ACTOR_NAMELESS("%s: an actor has no name. Maybe a cell is empty."),
  ROW_NAMELESS("%s: a row of the matrix has no name. Maybe a cell is empty."),
  FIGURE(
      "%s: %s by %s is %s, where a matrix of persons and what they share has mostly 0 "
          + "and else 1 or a number of times. Maybe this is a table of figures and no "
          + "network."),
  FIGURES(
      "%s: %d of %d cells are above 0, where a matrix of persons and what they share "
          + "has mostly 0 and else 1 or a number of times. Maybe this is a table of figures "
          + "and no network."),
  NO_WEIGHT("%s: the weight is \"%s\". Maybe a number is meant."),
  NO_ACTOR("%s holds no actor. Maybe it is another kind of file."),
  NO_GEXF("%s holds no graph. Maybe it is no GEXF."),
  NODE_IN_NODE("%s: a node within a node. Maybe export without a hierarchy."),
  NO_GRAPHML("%s holds no graph. Maybe it is no GraphML."),
  NOT_PLAIN(
      "%s: <%s> is not understood, and leaving it out would lose ties. Maybe export "
          + "plain nodes and edges."),
  SECOND_GRAPH("%s: a second graph begins, within or after the first. Maybe export one graph."),
  NO_KEY("%s: data for the key %s, which is not declared. Maybe the file was cut and " + "joined."),
  XML_ENCODING(
      "%s is not in UTF-8, nor in another encoding that its first line declares. Maybe "
          + "save it anew as UTF-8."),
  NO_XML("%s cannot be read as XML (%s). Maybe it is cut off."),
  NO_XML_AT("%s cannot be read as XML, line %d (%s). Maybe it is cut off."),
  DOCUMENT_TYPE(
      "%s: document types and entities are refused, because they can fill the memory "
          + "or fetch files. Maybe save the network anew without them."),
  NO_TEXT("%s: text is expected. Maybe another program wrote something nested here."),
  NO_JSON("%s is no JSON (%s). Maybe one entity should stand on each line."),
  NO_SCHEMA("FollowTheMoney has no schema %s. Maybe it comes from a newer model."),
  NO_ENTITY(
      "%s is no entity: it has no id, schema or properties. Maybe this is another kind "
          + "of JSON."),
  ENTITY_TWICE("%s: a second entity is called %s. Maybe these are fragments; merge them first."),
  ENTITY_TO_NOWHERE("%s %s leads to nowhere: it has no %s or no %s. Maybe a line is cut off."),
  MAPPING_TOO_LARGE("%s is no mapping: it is too large. Maybe another file is meant."),
  NO_YAML("%s is no YAML (%s). Maybe a colon or an indentation is missing."),
  NO_PART_OF_MAPPING("%s: %s is no part of a mapping. Maybe one of %s is meant."),
  NO_SEPARATOR("%s: the separator is \"%s\". Maybe one character is meant."),
  NO_FIELD("%s: %s has no field %s. Maybe one of %s is meant."),
  NO_LINES(
      "%s: the file should hold lines such as source: caller. Maybe an indentation is "
          + "missing."),
  NO_LINES_IN_PART(
      "%s: %s should hold lines such as source: caller. Maybe an indentation is " + "missing."),
  KEPT_AS_IT_STANDS(
      "%s: the column %s is kept as it stands and read as nothing in particular (%s)"),
  LOOPS(
      "%s: %d of %d ties lead from an actor to itself; they are kept in exports and do "
          + "not count in measures."),
  ELSEWHERE(
      "%s: %d properties name entities that are not in the file; they are kept and "
          + "make no tie."),
  VICTIMS_BY_ROLE(
      "%d actors are victims or minors by what stands under %s; they are taken for victims."),
  MATRIX_OF_TIES("%s is read as a matrix of ties between %d actors."),
  BOTH_SIDES_KEPT(
      "%s is read as a matrix of %d actors by %d things they share; both sides are " + "kept."),
  SHARERS_TIED(
      "%s is read as a matrix of %d actors by %d things they share; actors who share "
          + "one are tied. Maybe --two-mode keeps both sides.");

  private final String pattern;

  Wording(String pattern) {
    this.pattern = pattern;
  }

  /** By which other languages know it: {@code no-such-end}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** In English, with a place for each argument as {@link java.util.Formatter} has them. */
  String pattern() {
    return pattern;
  }
}
