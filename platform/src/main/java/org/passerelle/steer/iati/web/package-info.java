/** The page of the export. */
@NullMarked
package org.passerelle.steer.iati.web;

import org.jspecify.annotations.NullMarked;
