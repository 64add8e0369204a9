/** What commands share: files, progress, errors, the end of a run. */
@NullMarked
package org.passerelle.cli.terminal;

import org.jspecify.annotations.NullMarked;
