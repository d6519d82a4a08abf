/// What people look at, ready to be shown: tables and charts of a study, however long it is. It reads studies and changes
/// nothing. Start with [StudyPages][dev.sextant.server.view.StudyPages].
package dev.sextant.server.view;
