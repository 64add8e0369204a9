package org.passerelle.network;

import java.util.Locale;

/**
 * All messages about files: why one cannot be read and, from {@link #KEPT_AS_IT_STANDS} on, remarks
 * on how it was read. In English here; translated by code elsewhere.
 */
public enum Wording {
  IN_PLACE("%s: %s"),
  PERIOD_REVERSED("A period runs from %s to %s. Maybe the dates are swapped."),
  NO_DATE("%s is not a date. Maybe write it as 2019-04-30, 2019-04 or 2019."),
  NOT_ON_SCALE("%s%d is not a grading on the %s scale. Maybe you mean one of %s with 1 to %d."),
  NO_GRADING("%s is not a grading. Maybe use a letter and a digit, such as B2."),
  NAMELESS("An actor has no name. Maybe a cell is empty."),
  TIE_WITHOUT_END("The tie %s leads from \"%s\" to \"%s\". Maybe a cell is empty."),
  TIE_WEIGHT("The tie %s has the weight %s. Maybe it should be a number."),
  TWO_ACTORS("Two actors are called %s. Maybe they are the same; merge them first."),
  TWO_TIES("Two ties are called %s. Maybe a row is repeated."),
  NO_SUCH_END(
      "The tie %s leads from %s to %s, and there is no actor %s. Maybe it is missing "
          + "among the actors."),
  NO_KIND("there is no kind of actor %s. Maybe you mean one of %s."),
  NEITHER_YES_NOR_NO("\"%s\" is neither yes nor no. Maybe write 1 or 0."),
  NO_ENCODING(
      "There is no encoding %s. Maybe use UTF-8, windows-1250, windows-1251 or " + "windows-1252."),
  OTHER_ENCODING(
      "%s is not in %s. Maybe it was saved in another encoding: specify it, such as "
          + "--encoding windows-1252 or windows-1250, or save it again as UTF-8."),
  OTHER_PROGRAM(
      "%s begins with \"%s\", like files of UCINET, which are not supported. "
          + "Maybe export it as GraphML or as a list of ties."),
  LIST_IN_JSON(
      "%s is a list in JSON. Maybe write one entity of FollowTheMoney on each line, or "
          + "a table."),
  OWN_ACTORS("%s contains its own actors. Maybe omit --nodes."),
  NO_CSV("%s cannot be read as CSV (%s). Maybe a quotation mark is missing."),
  CELL_TOO_LONG("%s: cell %d is %d characters long. Maybe a quotation mark is missing."),
  NO_COLUMN("%s has no column %s; it has %s. Maybe the mapping is for another file."),
  NO_TIE("%s contains no tie. Maybe rows such as anna,boris are missing."),
  ONLY_NAMES("%s contains no tie, only column names. Maybe rows are missing."),
  NO_ENDS(
      "%s does not say which columns are the two ends of a tie; it has %s. Maybe call "
          + "them source and target, or give a mapping."),
  ONE_CELL(
      "%s: \"%s\" is one cell; a tie has two ends. Maybe the cells are separated by "
          + "something other than commas, semicolons, tabs or blanks."),
  TO_NOWHERE(
      "%s: a tie leads from \"%s\" to \"%s\", so an end is missing. Maybe a cell is empty or "
          + "a separator is missing."),
  TIE_TWICE("%s: a second tie is called %s. Maybe a row is repeated."),
  NO_WEIGHT_IN_ROW(
      "%s: the weight is \"%s\". Maybe it should be a number, or the header " + "is missing."),
  NOT_AMONG_ACTORS(
      "%s: a tie leads to %s, who is not among the %d actors of %s. Maybe add a row "
          + "there, or omit --nodes."),
  NO_ROW_OF_ACTORS("%s contains no actor. Maybe rows are missing."),
  ACTOR_TWICE("%s: a second actor is called %s. Maybe a row is repeated."),
  ACTOR_NAMELESS("%s: an actor has no name. Maybe a cell is empty."),
  ROW_NAMELESS("%s: a row of the matrix has no name. Maybe a cell is empty."),
  FIGURE(
      "%s: %s by %s is %s, where a matrix of persons and what they share contains "
          + "mostly 0, otherwise 1 or a frequency. Maybe this is a table of figures and not "
          + "a network."),
  FIGURES(
      "%s: %d of %d cells are above 0, where a matrix of persons and what they share "
          + "contains mostly 0, otherwise 1 or a frequency. Maybe this is a table of figures "
          + "and not a network."),
  NO_WEIGHT("%s: the weight is \"%s\". Maybe it should be a number."),
  NO_ACTOR("%s contains no actor. Maybe it is another kind of file."),
  NO_GEXF("%s contains no graph. Maybe it is not GEXF."),
  NODE_IN_NODE("%s: there is a node within a node. Maybe export it without a hierarchy."),
  NO_GRAPHML("%s contains no graph. Maybe it is not GraphML."),
  NOT_PLAIN(
      "%s: <%s> is not understood, and leaving it out would lose ties. Maybe export "
          + "plain nodes and edges."),
  SECOND_GRAPH("%s: a second graph begins, within or after the first. Maybe export one graph."),
  NO_KEY("%s: data for the key %s, which is not declared. Maybe the file was cut and " + "joined."),
  PAJEK_NO_VERTICES(
      "%s: *Vertices and their number should stand first. Maybe the file is truncated."),
  PAJEK_NO_VERTEX("%s: there is no vertex %s among %d. Maybe the numbers begin with 0."),
  PAJEK_LINE("%s: \"%s\" is not understood. Maybe a number or a quotation mark is missing."),
  NO_GML("%s contains no graph. Maybe it is not GML."),
  GML_EXPECTED("%s: %s is expected here. Maybe the file is truncated."),
  XML_ENCODING(
      "%s is not in UTF-8, nor in another encoding that its first line declares. Maybe "
          + "save it again as UTF-8."),
  NO_XML("%s cannot be read as XML (%s). Maybe it is truncated."),
  NO_XML_AT("%s cannot be read as XML, line %d (%s). Maybe it is truncated."),
  DOCUMENT_TYPE(
      "%s: document types and entities are refused, because they can exhaust the memory "
          + "or fetch files. Maybe save the network again without them."),
  NO_TEXT("%s: text is expected. Maybe another program wrote nested elements here."),
  NO_JSON("%s is not JSON (%s). Maybe there should be one entity on each line."),
  NO_SCHEMA("FollowTheMoney has no schema %s. Maybe it comes from a newer model."),
  NO_ENTITY(
      "%s is not an entity: it has no id, schema or properties. Maybe this is another kind "
          + "of JSON."),
  ENTITY_TWICE("%s: a second entity is called %s. Maybe these are fragments; merge them first."),
  ENTITY_TO_NOWHERE("%s %s has a missing end: it has no %s or no %s. Maybe a line is truncated."),
  MAPPING_TOO_LARGE("%s is not a mapping: it is too large. Maybe you mean another file."),
  NO_YAML("%s is not YAML (%s). Maybe a colon or an indentation is missing."),
  NO_PART_OF_MAPPING("%s: %s does not belong in a mapping. Maybe you mean one of %s."),
  NO_SEPARATOR("%s: the separator is \"%s\". Maybe it should be one character."),
  NO_FIELD("%s: %s has no field %s. Maybe you mean one of %s."),
  NO_LINES(
      "%s: the file should contain lines such as source: caller. Maybe an indentation is "
          + "missing."),
  NO_LINES_IN_PART(
      "%s: %s should contain lines such as source: caller. Maybe an indentation is " + "missing."),
  KEPT_AS_IT_STANDS("%s: the column %s is kept unchanged as an attribute (%s)"),
  LOOPS(
      "%s: %d of %d ties lead from an actor to itself; they are kept in exports but "
          + "ignored in measures."),
  ELSEWHERE(
      "%s: %d properties name entities that are not in the file; they are kept but "
          + "create no tie."),
  VICTIMS_BY_ROLE("%d actors are victims or minors according to %s; they are treated as victims."),
  ROLES_NOT_UNDERSTOOD(
      "The column %s says of nobody, in words that are understood here (%s), that they are a "
          + "victim or a minor, so all are ranked. If anybody is one, add a column victim with 1 "
          + "for them."),
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

  /** The code for translations: {@code no-such-end}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The English text, with {@link java.util.Formatter} placeholders. */
  String pattern() {
    return pattern;
  }
}
