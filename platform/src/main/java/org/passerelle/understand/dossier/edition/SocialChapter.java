package org.passerelle.understand.dossier.edition;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.network.measure.Mixing;
import org.passerelle.understand.dossier.chapter.Findings;
import org.passerelle.understand.dossier.chapter.SocialStructure;

/** Chapter 3: social structure. */
final class SocialChapter extends WrittenChapter {
  SocialChapter(Findings findings, EditionFormat editionFormat) {
    super(findings, editionFormat);
  }

  @Override
  List<Block> blocks() {
    SocialStructure social = findings.social();
    List<Block> blocks = new ArrayList<>();
    SocialStructure.Division family = social.division("family");
    blocks.add(
        editionFormat.finding(
            editionFormat.text(
                "dossier.social.family." + family.reading(), editionFormat.chance(family.p()))));
    blocks.add(editionFormat.paragraph(editionFormat.text("dossier.social.how", social.ties())));
    List<List<String>> rows = new ArrayList<>();
    for (SocialStructure.Division division : social.divisions()) {
      rows.add(row(division));
    }
    blocks.add(
        new Block.Table(
            editionFormat.text("dossier.social.alternatives"),
            List.of(
                editionFormat.text("dossier.col.division"),
                editionFormat.text("dossier.col.reading"),
                editionFormat.text("dossier.col.known"),
                editionFormat.text("dossier.col.within"),
                editionFormat.text("dossier.col.across"),
                editionFormat.text("dossier.col.index"),
                editionFormat.text("dossier.col.expected"),
                editionFormat.text("dossier.col.p")),
            rows,
            2,
            editionFormat.text("dossier.none")));
    SocialStructure.Core core = social.core();
    blocks.add(new Block.Heading(editionFormat.text("dossier.social.core")));
    blocks.add(
        editionFormat.paragraph(
            core == null
                ? editionFormat.text("dossier.few")
                : editionFormat.text(
                    "dossier.social.core." + core.reading(),
                    core.size(),
                    editionFormat.figure(core.fit(), 2),
                    core.errors())));
    blocks.add(editionFormat.caveat(editionFormat.text("dossier.social.caveat")));
    return blocks;
  }

  private List<String> row(SocialStructure.Division division) {
    Mixing mixing = division.mixing();
    String known = editionFormat.text("dossier.of", division.known(), division.people());
    String name = editionFormat.text("dossier.division." + division.attribute());
    String reading = editionFormat.text("dossier.reading." + division.reading());
    return mixing == null
        ? List.of(name, reading, known, "", "", "", "", editionFormat.text("dossier.untested"))
        : List.of(
            name,
            reading,
            known,
            editionFormat.number(mixing.internal()),
            editionFormat.number(mixing.external()),
            editionFormat.figure(mixing.eiIndex(), 2),
            editionFormat.figure(mixing.eiExpected(), 2),
            editionFormat.chance(division.p()));
  }
}
