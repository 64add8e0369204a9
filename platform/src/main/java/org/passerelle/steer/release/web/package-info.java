/** Pages of released figures: the editor for programme managers, and what everybody may read. */
@NullMarked
package org.passerelle.steer.release.web;

import org.jspecify.annotations.NullMarked;
