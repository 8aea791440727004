@echo off
rem Makes projects open with Counterpoint, for this user of Windows alone; with /remove, takes that back.
rem Not tried on a computer yet.
set types=HKCU\Software\Classes
if "%1"=="/remove" (
    reg delete "%types%\.counterpoint" /f
    reg delete "%types%\Counterpoint.Project" /f
    exit /b
)
reg add "%types%\.counterpoint" /ve /d "Counterpoint.Project" /f
reg add "%types%\Counterpoint.Project" /ve /d "Counterpoint project" /f
reg add "%types%\Counterpoint.Project\DefaultIcon" /ve /d "\"%~dp0counterpoint.exe\",0" /f
reg add "%types%\Counterpoint.Project\shell\open\command" /ve /d "\"%~dp0counterpoint.exe\" \"%%1\"" /f
