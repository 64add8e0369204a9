/** Form drafts: the same model as their file, changed part by part. */
@NamedInterface("draft")
@NullMarked
package org.passerelle.forms.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
