/** What is told before a consent as recorded speech, for whoever does not read. */
@NamedInterface("recording")
@NullMarked
package org.passerelle.protect.consent.recording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
