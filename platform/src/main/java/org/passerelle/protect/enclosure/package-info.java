/**
 * Files that go along with what one organisation tells another of a person: how they are chosen,
 * cut into pieces, put together again and kept where they came, until they are taken back.
 */
@NamedInterface("enclosure")
@NullMarked
package org.passerelle.protect.enclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
