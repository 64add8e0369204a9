package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.understand.dossier.chapter.Cast;
import org.passerelle.understand.dossier.chapter.Findings;

/** Chapter 2: the actors. */
final class CastChapter extends WrittenChapter {
  CastChapter(Findings findings, Pen pen) {
    super(findings, pen);
  }

  @Override
  List<Block> blocks() {
    Cast cast = findings.cast();
    List<Block> blocks = new ArrayList<>();
    int people = findings.scope().measured();
    blocks.add(pen.finding(pen.text("dossier.cast.found", people, pen.persons(cast.victims()))));
    blocks.add(pen.caveat(pen.text("dossier.cast.victims")));
    if (!pen.anonymised()) {
      blocks.add(
          pen.tallies(
              pen.text("dossier.cast.kinds"),
              pen.text("dossier.col.kind"),
              cast.kinds(),
              cast.kinds().stream().map(k -> pen.text("dossier.actor." + k.code())).toList()));
    }
    blocks.add(
        pen.tallies(
            pen.text("dossier.cast.roles"),
            pen.text("dossier.col.role"),
            cast.roles(),
            cast.roles().stream().map(r -> pen.role(r.code())).toList()));
    if (!pen.anonymised()) {
      blocks.addAll(pen.cut(members(cast)));
      blocks.add(pen.caveat(pen.text("dossier.cast.what")));
    }
    return blocks;
  }

  private Block.Table members(Cast cast) {
    List<List<String>> rows =
        cast.members().stream()
            .map(
                m ->
                    List.of(
                        pen.word(m.code()),
                        pen.role(m.role()),
                        pen.word(m.family()),
                        pen.country(m.country()),
                        pen.word(m.place()),
                        pen.number(m.ties()),
                        pen.number(m.inEvidence())))
            .toList();
    return new Block.Table(
        pen.text("dossier.cast.members"),
        List.of(
            pen.text("dossier.col.actor"),
            pen.text("dossier.col.role"),
            pen.text("dossier.col.family"),
            pen.text("dossier.col.country"),
            pen.text("dossier.col.place"),
            pen.text("dossier.col.ties"),
            pen.text("dossier.col.evidence")),
        rows,
        5,
        pen.text("dossier.none"));
  }
}
