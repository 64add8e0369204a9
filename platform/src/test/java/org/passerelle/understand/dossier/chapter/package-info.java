/** Tests of the chapters. */
@NullMarked
package org.passerelle.understand.dossier.chapter;

import org.jspecify.annotations.NullMarked;
