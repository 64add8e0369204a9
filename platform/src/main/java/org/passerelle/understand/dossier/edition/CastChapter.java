package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.understand.dossier.chapter.ActorsChapter;
import org.passerelle.understand.dossier.chapter.Findings;

/** Chapter 2: the actors. */
final class CastChapter extends WrittenChapter {
  CastChapter(Findings findings, EditionFormat editionFormat) {
    super(findings, editionFormat);
  }

  @Override
  List<Block> blocks() {
    ActorsChapter actorsChapter = findings.cast();
    List<Block> blocks = new ArrayList<>();
    int people = findings.scope().measured();
    blocks.add(
        editionFormat.finding(
            editionFormat.text(
                "dossier.cast.found", people, editionFormat.persons(actorsChapter.victims()))));
    blocks.add(editionFormat.caveat(editionFormat.text("dossier.cast.victims")));
    if (!editionFormat.anonymised()) {
      blocks.add(
          editionFormat.tallies(
              editionFormat.text("dossier.cast.kinds"),
              editionFormat.text("dossier.col.kind"),
              actorsChapter.kinds(),
              actorsChapter.kinds().stream()
                  .map(k -> editionFormat.text("dossier.actor." + k.code()))
                  .toList()));
    }
    blocks.add(
        editionFormat.tallies(
            editionFormat.text("dossier.cast.roles"),
            editionFormat.text("dossier.col.role"),
            actorsChapter.roles(),
            actorsChapter.roles().stream().map(r -> editionFormat.role(r.code())).toList()));
    if (!editionFormat.anonymised()) {
      blocks.addAll(editionFormat.cut(members(actorsChapter)));
      blocks.add(editionFormat.caveat(editionFormat.text("dossier.cast.what")));
    }
    return blocks;
  }

  private Block.Table members(ActorsChapter actorsChapter) {
    List<List<String>> rows =
        actorsChapter.members().stream()
            .map(
                m ->
                    List.of(
                        editionFormat.word(m.code()),
                        editionFormat.role(m.role()),
                        editionFormat.word(m.family()),
                        editionFormat.country(m.country()),
                        editionFormat.word(m.place()),
                        editionFormat.number(m.ties()),
                        editionFormat.number(m.inEvidence())))
            .toList();
    return new Block.Table(
        editionFormat.text("dossier.cast.members"),
        List.of(
            editionFormat.text("dossier.col.actor"),
            editionFormat.text("dossier.col.role"),
            editionFormat.text("dossier.col.family"),
            editionFormat.text("dossier.col.country"),
            editionFormat.text("dossier.col.place"),
            editionFormat.text("dossier.col.ties"),
            editionFormat.text("dossier.col.evidence")),
        rows,
        5,
        editionFormat.text("dossier.none"));
  }
}
